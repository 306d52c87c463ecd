import { cutAtWord } from '../../texts/messages/index.ts';

export interface BarFigure {
  readonly name: string;
  readonly value: number;
}

const WIDTH = 640;
const ROW = 28;
const NAME = 250;
const SIZE = 15;
/** Of the widest face a reader is likely to see. */
const LETTERS = 30;

/**
 * Bars drawn by the server, one under another, each with its name and number as text: what they say stands in a table
 * beside them too, so the picture is one image with a name to a screen reader. No style of their own but attributes.
 */
export function BarsView({
  bars,
  label,
  colour,
}: {
  readonly bars: readonly BarFigure[];
  readonly label: string;
  readonly colour: string;
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = WIDTH - NAME - 60;
  const height = bars.length * ROW + 4;
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
    >
      {bars.map(({ name, value }, i) => {
        const length = (value / most) * room;
        const middle = i * ROW + ROW / 2 + 5;
        return (
          <g>
            <text x={NAME - 10} y={middle} font-size={SIZE} text-anchor="end" fill="#1b1b1b">
              {cutAtWord(name, LETTERS)}
            </text>
            <rect x={NAME} y={i * ROW + 4} width={Math.max(length, value > 0 ? 2 : 0)} height={ROW - 8} fill={colour} />
            <text x={NAME + length + 8} y={middle} font-size={SIZE} font-weight="700" fill="#1b1b1b">
              {value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
