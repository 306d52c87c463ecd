import { xmlText } from './escape.ts';
import type { Item, LineItem, MarkItem, RectItem, TextItem } from './scene.ts';
import { classesOf, shapeOf } from './shapes.ts';

/** One thing as XML. `id` prefixes the ids of patterns, so that several pictures can share a page. */
export function draw(item: Item, id: string): string {
  switch (item.type) {
    case 'rect':
      return rect(item, id);
    case 'line':
      return line(item);
    case 'text':
      return text(item);
    case 'mark':
      return mark(item);
  }
}

function rect({ x, y, width, height, fill, title }: RectItem, id: string): string {
  const paint = fill === 'off' ? 'class="off"' : `fill="url(#${id}-${fill})"`;
  return wrap('rect', `${paint} x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`, title);
}

function line({ x1, y1, x2, y2, look }: LineItem): string {
  return `<line class="${look}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`;
}

function text({ x, y, end, size, bold, look, text: words }: TextItem): string {
  const classes = [...(bold ? ['bold'] : []), ...(look ? [look] : [])].join(' ');
  const anchor = end ? ' text-anchor="end"' : '';
  return `<text${classes ? ` class="${classes}"` : ''} x="${px(x)}" y="${px(y)}" font-size="${size}"${anchor}>${xmlText(words)}</text>`;
}

function mark(item: MarkItem): string {
  const title = item.title === undefined ? '' : `<title>${xmlText(item.title)}</title>`;
  return `<g class="${classesOf(item)}" transform="translate(${px(item.x)} ${px(item.y)})">${title}${shapeOf(item)}</g>`;
}

function wrap(name: string, attributes: string, title: string | undefined): string {
  return title === undefined
    ? `<${name} ${attributes}/>`
    : `<${name} ${attributes}><title>${xmlText(title)}</title></${name}>`;
}

/** A tenth of a pixel is finer than anybody sees. */
function px(n: number): string {
  return String(Math.round(n * 10) / 10);
}
