import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { MarkKind } from '../../texts/review/index.ts';
import { textId } from './items.ts';
import { type ReviewLayout, reviewLayoutOf } from './layout.ts';
import type { TextMark } from './marks.ts';
import { type MarkedSegment, markedSegments } from './segments.ts';

/** Where several marks share a stretch, the first of these gives it its look. */
const FOREMOST: readonly MarkKind[] = [
  'unsure',
  'deadline',
  'lead',
  'cooperating',
  'supervisor',
  'header',
  'directive',
  'unread',
];
const MOST_TIPS = 4;

/**
 * The text with its marks. Its tags hold no text of their own: taken away, what is left is the notice, letter by letter.
 */
export function TextView({ text, marks }: { readonly text: string; readonly marks: readonly TextMark[] }) {
  const layout = reviewLayoutOf(text);
  return <>{markedSegments(text.length, marks).map((segment) => segmentView(text, segment, layout))}</>;
}

/** Not a component: the layout is asked in the order of the text, which the order of calls keeps. */
function segmentView(text: string, segment: MarkedSegment, layout: ReviewLayout): Child {
  const words = wordsView(text, segment, layout);
  const anchors = segment.begins.flatMap((m) => {
    if (m.anchor !== undefined) return [<span id={m.anchor} />];
    return m.kind === 'directive' && m.n !== undefined ? [<span id={textId(m.n)} />] : [];
  });
  const mark = foremost(segment.marks);
  if (!mark) return [anchors, words];
  const numbers = [...new Set(segment.marks.flatMap((m) => (m.n === undefined ? [] : [`n${m.n}`])))];
  const doubtful = segment.marks.some((m) => m.doubtful === true) ? ['doubt'] : [];
  const classes = ['m', mark.kind, ...doubtful, ...numbers].join(' ');
  // The body of a directive can be tapped; the keyboard goes from field to field.
  const still = mark.kind === 'directive' ? { tabindex: -1 } : {};
  return [
    anchors,
    <a class={classes} href={`#${mark.card}`} title={tipOf(segment.marks, mark)} {...still}>
      {words}
    </a>,
  ];
}

function foremost(marks: readonly TextMark[]): TextMark | undefined {
  for (const kind of FOREMOST) {
    const own = marks.filter((m) => m.kind === kind);
    // A name or date shared by several directives leads to the one it stands in.
    const home = own.find((m) => marks.some((d) => d.kind === 'directive' && d.n === m.n)) ?? own[0];
    if (home) return home;
  }
  return undefined;
}

function tipOf(marks: readonly TextMark[], first: TextMark): string {
  const others = marks.filter((m) => m !== first && (m.kind !== 'directive' || first.kind === 'directive'));
  const tips = [...new Set([first.tip, ...others.map((m) => m.tip)])];
  return tips.slice(0, MOST_TIPS).join('\n');
}

/** The words of a segment, line by line: the spans in them set the look of a line, and add no letter. */
function wordsView(text: string, { start, end }: MarkedSegment, layout: ReviewLayout): Child[] {
  const words: Child[] = [];
  for (let from = start; from < end; ) {
    const line = layout.lineAt(from);
    const to = Math.min(end, line.end);
    words.push(pieceView(text.slice(from, to), from === line.start, line.laidOut));
    if (to < end) words.push(line.soft ? <span class="soft">{'\n'}</span> : '\n');
    from = to + 1;
  }
  return words;
}

/** Columns keep their places on a wide screen and go below each other on a narrow one. */
function pieceView(piece: string, begins: boolean, laidOut: boolean): Child {
  if (!laidOut || piece === '') return asItStands(piece);
  const parts = [...piece.matchAll(/ {3,}|[^ ]+(?: {1,2}[^ ]+)*| {1,2}/g)].map(({ 0: part, index }) =>
    part.startsWith('   ') ? <span class={begins && index === 0 ? 'indent' : 'gap'}>{part}</span> : asItStands(part),
  );
  return <span class="laid">{parts}</span>;
}

const CARRIAGE_RETURN = raw('&#13;');

/**
 * A carriage return is written as a reference: of one that stands as it is the browser's parser would make a line feed,
 * and the page would no longer hold the text as it is.
 */
function asItStands(words: string): Child {
  if (!words.includes('\r')) return words;
  return words.split('\r').flatMap((part, i) => (i === 0 ? [part] : [CARRIAGE_RETURN, part]));
}
