import { DOCUMENT_TITLE } from '../../../texts/timeline.ts';
import { timelineText } from '../describe.ts';
import type { Timeline } from '../types.ts';
import { draw } from './draw.ts';
import { xmlText } from './escape.ts';
import { styleSheet } from './palette.ts';
import { panelOf } from './panel.ts';
import { SHEET } from './scale.ts';

const BETWEEN_PANELS = 24;
/** Higher pictures would be too small to read on one sheet of A4 laid across; they run over several. */
const FITS_ONE_SHEET = 1000;

/**
 * One SVG document with a picture for each directive, one below the other. No script, nothing fetched; what it shows
 * stands in its title and description too, for those who hear it.
 * @param id letters that begin every id in it; pictures on one page need different ones.
 */
export function svgOf(timelines: readonly Timeline[], id = 'tien-trinh'): string {
  let y = 0;
  const panels = timelines.map((timeline) => {
    const scene = panelOf(timeline);
    const panel = `<g transform="translate(0 ${Math.round(y)})">\n${scene.items.map((i) => draw(i, id)).join('\n')}\n</g>`;
    y += scene.height + BETWEEN_PANELS;
    return panel;
  });
  const height = Math.max(60, Math.ceil(y - BETWEEN_PANELS));
  const titles = timelines.map((t) => t.title);
  const title = titles.length === 1 ? `${DOCUMENT_TITLE} ${titles.join()}` : DOCUMENT_TITLE;
  const words = timelines.flatMap((t) => [...(titles.length > 1 ? [t.title] : []), ...timelineText(t)]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET.width}" height="${height}" viewBox="0 0 ${SHEET.width} ${height}" lang="vi" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${xmlText(title)}</title>`,
    `<desc id="${id}-desc">${words.map(xmlText).join('\n')}</desc>`,
    `<style>\n${styleSheet(height <= FITS_ONE_SHEET)}\n</style>`,
    `<defs>`,
    `<pattern id="${id}-suspended" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="9"/></pattern>`,
    `<pattern id="${id}-provisional" width="10" height="10" patternUnits="userSpaceOnUse"><circle class="dots" cx="5" cy="5" r="1.4"/></pattern>`,
    `</defs>`,
    `<rect class="ground" width="${SHEET.width}" height="${height}"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}
