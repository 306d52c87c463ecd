import type { Random } from './random.ts';

/** What typists, converters and scanners do to a phrase without changing what it says. */
export type Noise = (r: Random, text: string) => string;

/** Blanks between words, by their places. */
function gap(r: Random, text: string, put: string, share: number): string {
  const gaps = text.split(' ').length - 1;
  const one = r.int(0, Math.max(0, gaps - 1));
  let n = -1;
  return text.replaceAll(' ', () => {
    n++;
    return n === one || r.chance(share) ? put : ' ';
  });
}

export const NOISES: Readonly<Record<string, Noise>> = {
  none: (_, text) => text,
  'double-blanks': (r, text) => gap(r, text, '  ', 0.3),
  'line-break': (r, text) => gap(r, text, r.pick(['\n', ' \n', '\r\n', '\n\n']), 0),
  'page-break': (r, text) => gap(r, text, r.pick(['\f', '\n\f', ' \f\n']), 0),
  'no-break-blanks': (r, text) => gap(r, text, '\u00a0', 0.5),
  tabs: (r, text) => gap(r, text, '\t', 0.1),
  capitals: (_, text) => text.toUpperCase(),
  'first-capital': (_, text) => text.charAt(0).toUpperCase() + text.slice(1),
  'letters-apart': (_, text) => text.normalize('NFD'),
  bold: (_, text) => `**${text}**`,
  italics: (r, text) => r.pick([`_${text}_`, `*${text}*`]),
  'bold-date': (_, text) => text.replace(/(?<= )\d+\/\S*\d/, (date) => `**${date}**`),
  'old-tone-places': (_, text) => text.replaceAll('quý', 'qúy').replaceAll('Quý', 'Qúy').replaceAll('hoá', 'hóa'),
};

/** A scanner's letters for figures, inside a date with its year only. */
export function scanned(r: Random, text: string): string {
  return text.replace(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/, (date) => {
    const places = [...date].flatMap((c, i) => (c === '1' || c === '0' ? [i] : []));
    if (places.length === 0) return date;
    const at = r.pick(places);
    return date.slice(0, at) + (date[at] === '0' ? 'O' : r.pick(['l', 'I'])) + date.slice(at + 1);
  });
}

/** As typed on a foreign keyboard. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
