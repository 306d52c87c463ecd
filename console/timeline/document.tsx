import { raw } from 'hono/html';
import { timelineText } from '../../office/timeline/describe.ts';
import type { Timeline } from '../../office/timeline/types.ts';
import { DOCUMENT_TITLE } from '../../texts/timeline.ts';
import { ItemView } from './draw.tsx';
import { styleSheet } from './palette.ts';
import { panelOf } from './panel.ts';
import { SHEET } from './scale.ts';
import { svgText } from './svg-text.ts';

const BETWEEN_PANELS = 24;
/** Higher pictures would be too small to read on one sheet of A4 laid across; they run over several. */
const FITS_ONE_SHEET = 1000;

/**
 * One SVG document with a picture for each directive, one below the other. No script, nothing fetched; what it shows
 * stands in its title and description too, for those who hear it.
 * @param id letters that begin every id in it; pictures on one page need different ones.
 * @returns an XML document, 1200 px wide and as high as it needs.
 */
export function svgOf(timelines: readonly Timeline[], id = 'tien-trinh'): string {
  return `${(<Document timelines={timelines} id={id} />).toString()}\n`;
}

/** The same inside a page, whose own style sheet holds `scopedStyle('.life')`. */
export function TimelineView({
  timeline,
  id,
  label,
}: {
  readonly timeline: Timeline;
  readonly id: string;
  readonly label: string;
}) {
  return (
    // Wider than a phone: whoever has only a keyboard scrolls it too.
    <section class="wide" tabindex={0} aria-label={label}>
      <Document timelines={[timeline]} id={id} isInPage />
    </section>
  );
}

function Document({
  timelines,
  id,
  isInPage = false,
}: {
  readonly timelines: readonly Timeline[];
  readonly id: string;
  readonly isInPage?: boolean;
}) {
  const { panels, height } = below(timelines);
  const { width } = SHEET;
  const titles = timelines.map((t) => t.title);
  const title = titles.length === 1 ? `${DOCUMENT_TITLE} ${titles.join()}` : DOCUMENT_TITLE;
  const words = timelines.flatMap((t) => [...(titles.length > 1 ? [t.title] : []), ...timelineText(t)]);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang="vi"
      role="img"
      class={isInPage ? 'life' : undefined}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{svgText(title)}</title>
      <desc id={`${id}-desc`}>{words.map(svgText).join('\n')}</desc>
      {isInPage ? null : <style>{raw(styleSheet(height <= FITS_ONE_SHEET))}</style>}
      <defs>
        <pattern
          id={`${id}-suspended`}
          width={9}
          height={9}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="hatch" x1={0} y1={0} x2={0} y2={9} />
        </pattern>
        <pattern id={`${id}-provisional`} width={10} height={10} patternUnits="userSpaceOnUse">
          <circle class="dots" cx={5} cy={5} r={1.4} />
        </pattern>
      </defs>
      <rect class="ground" width={width} height={height} />
      {panels.map(({ y, items }) => (
        <g transform={`translate(0 ${Math.round(y)})`}>
          {items.map((item) => (
            <ItemView item={item} id={id} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The pictures one below the other: where each begins, and how high they are together, in px. */
function below(timelines: readonly Timeline[]) {
  let y = 0;
  const panels = timelines.map((timeline) => {
    const { items, height } = panelOf(timeline);
    const panel = { y, items };
    y += height + BETWEEN_PANELS;
    return panel;
  });
  return { panels, height: Math.max(60, Math.ceil(y - BETWEEN_PANELS)) };
}
