import { present } from '../../dsl/present.ts';
import type { LineItem, MarkItem, RectItem, SceneItem, TextItem } from './scene.ts';
import { classesOf, Shape } from './shapes.tsx';
import { svgText } from './svg-text.ts';

/** One thing of a scene. `id` prefixes the ids of patterns, so that several pictures can share a page. */
export function ItemView({ item, id }: { readonly item: SceneItem; readonly id: string }) {
  switch (item.type) {
    case 'rect':
      return <Rect item={item} id={id} />;
    case 'line':
      return <Line item={item} />;
    case 'text':
      return <Text item={item} />;
    case 'mark':
      return <Mark item={item} />;
  }
}

function Rect({ item, id }: { readonly item: RectItem; readonly id: string }) {
  const { x, y, width, height, fill, title } = item;
  const paint = fill === 'off' ? { class: 'off' } : { fill: `url(#${id}-${fill})` };
  return (
    <rect {...paint} x={px(x)} y={px(y)} width={px(width)} height={px(height)}>
      <Title words={title} />
    </rect>
  );
}

function Line({ item: { x1, y1, x2, y2, look } }: { readonly item: LineItem }) {
  return <line class={look} x1={px(x1)} y1={px(y1)} x2={px(x2)} y2={px(y2)} />;
}

function Text({ item: { x, y, end, size, bold, look, text } }: { readonly item: TextItem }) {
  const classes = [...(bold ? ['bold'] : []), ...(look ? [look] : [])].join(' ');
  const dress = present({ class: classes || undefined, 'text-anchor': end ? 'end' : undefined });
  return (
    <text {...dress} x={px(x)} y={px(y)} font-size={size}>
      {svgText(text)}
    </text>
  );
}

function Mark({ item }: { readonly item: MarkItem }) {
  return (
    <g class={classesOf(item)} transform={`translate(${px(item.x)} ${px(item.y)})`}>
      <Title words={item.title} />
      <Shape stage={item.stage} state={item.state} />
    </g>
  );
}

/** What a pointer shows. */
function Title({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : <title>{svgText(words)}</title>;
}

/** A tenth of a pixel is finer than anybody sees. */
function px(n: number): number {
  return Math.round(n * 10) / 10;
}
