import type { MarkKind } from '../../../texts/review/index.ts';
import { escapeHtml } from './escape.ts';
import { textId } from './items.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Mark } from './marks.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** Where several marks share a stretch, the first of these gives it its look. */
const FOREMOST: readonly MarkKind[] = ['deadline', 'lead', 'cooperating', 'supervisor', 'header', 'directive'];
const MOST_TIPS = 4;

/**
 * The text with its marks. Its tags hold no text of their own: taken away, what is left is the notice, letter by letter.
 */
export function textView(text: string, marks: readonly Mark[]): string {
  const layout = layoutOf(text);
  return segmentsOf(text.length, marks)
    .map((segment) => segmentView(text, segment, layout))
    .join('');
}

function segmentView(text: string, segment: Segment, layout: Layout): string {
  const words = wordsView(text, segment, layout);
  const anchors = segment.begins
    .filter((m) => m.kind === 'directive' && m.n !== undefined)
    .map((m) => `<span id="${textId(m.n ?? 0)}"></span>`)
    .join('');
  const mark = foremost(segment.marks);
  if (!mark) return anchors + words;
  const numbers = [...new Set(segment.marks.flatMap((m) => (m.n === undefined ? [] : [`n${m.n}`])))];
  const doubtful = segment.marks.some((m) => m.doubtful === true) ? ['doubt'] : [];
  const classes = ['m', mark.kind, ...doubtful, ...numbers].join(' ');
  // The body of a directive can be tapped; the keyboard goes from field to field.
  const still = mark.kind === 'directive' ? ' tabindex="-1"' : '';
  return `${anchors}<a class="${classes}" href="#${mark.card}" title="${escapeHtml(tipOf(segment.marks, mark))}"${still}>${words}</a>`;
}

function foremost(marks: readonly Mark[]): Mark | undefined {
  for (const kind of FOREMOST) {
    const own = marks.filter((m) => m.kind === kind);
    // A name or date shared by several directives leads to the one it stands in.
    const home = own.find((m) => marks.some((d) => d.kind === 'directive' && d.n === m.n)) ?? own[0];
    if (home) return home;
  }
  return undefined;
}

function tipOf(marks: readonly Mark[], first: Mark): string {
  const others = marks.filter((m) => m !== first && (m.kind !== 'directive' || first.kind === 'directive'));
  const tips = [...new Set([first.tip, ...others.map((m) => m.tip)])];
  return tips.slice(0, MOST_TIPS).join('\n');
}

/** The words of a segment, line by line: the spans in them set the look of a line, and add no letter. */
function wordsView(text: string, { start, end }: Segment, layout: Layout): string {
  let html = '';
  for (let from = start; from < end; ) {
    const line = layout.lineAt(from);
    const to = Math.min(end, line.end);
    html += pieceView(text.slice(from, to), from === line.start, line.laidOut);
    if (to < end) html += line.soft ? '<span class="soft">\n</span>' : '\n';
    from = to + 1;
  }
  return html;
}

/** Columns keep their places on a wide screen and go below each other on a narrow one. */
function pieceView(piece: string, begins: boolean, laidOut: boolean): string {
  if (!laidOut || piece === '') return escapeHtml(piece);
  const gaps = piece.replace(/ {3,}|[^ ]+(?: {1,2}[^ ]+)*| {1,2}/g, (part, at: number) => {
    if (!part.startsWith('   ')) return escapeHtml(part);
    return `<span class="${begins && at === 0 ? 'indent' : 'gap'}">${part}</span>`;
  });
  return `<span class="laid">${gaps}</span>`;
}
