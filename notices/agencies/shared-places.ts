import { Phrases, type Token } from '../text/tokens.ts';
import { HEADS, TITLES } from './lexicon.ts';
import type { Found } from './names.ts';
import { CITIES, PROVINCES } from './provinces.ts';

const SORTS = new Phrases('tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu');
const MOST_SYLLABLES = 5;

interface Place {
  readonly from: number;
  readonly to: number;
  /** "xã", "thành phố", in the words of the text or as the place is known. */
  readonly sort: string;
}

/**
 * Places listed behind one sort: "UBND các xã An Bình, Cẩm Hải", "Chủ tịch UBND các tỉnh, thành phố: Huế, Gia Lai",
 * "các tỉnh Nghệ An, Cao Bằng". One name each, what stands before "các" said again ("UBND xã Cẩm Hải").
 *
 * @param name the name found there, which the list is part of or follows
 * @returns null where fewer than two places are listed, or nothing tells of which sort each is
 */
export function sharedPlaces(t: readonly Token[], name: Found): Found[] | null {
  for (let q = name.from; q < name.to; q++) {
    if (t[q]?.low !== 'các' || SORTS.at(t, q + 1) === 0) continue;
    const places = placesAfter(t, q + 1);
    if (!places || (places.at(-1)?.to ?? 0) < name.to) return null;
    const before = t.slice(name.from, q).map((x) => x.text);
    return places.map((p, k) => ({
      from: k === 0 ? name.from : p.from,
      to: p.to,
      next: p.to,
      kind: name.kind,
      specific: true,
      prefix: [...before, p.sort].join(' '),
      own: p.from,
    }));
  }
  return null;
}

function placesAfter(t: readonly Token[], i: number): Place[] | null {
  const sorts = sortsAt(t, i);
  let at = sorts.next;
  if (t[at]?.text === ':') at++;
  const places: Place[] = [];
  for (;;) {
    const own = places.length > 0 ? SORTS.at(t, at) : 0;
    const from = at + own;
    const to = placeEnd(t, from);
    if (to === from) break;
    const sort = own > 0 ? textOf(t, at, from) : sortOf(t, from, sorts.named);
    if (sort === null) return null;
    places.push({ from, to, sort });
    at = to;
    if (t[at]?.text === ',' || t[at]?.text === ';') at += t[at + 1]?.low === 'và' ? 2 : 1;
    else if (t[at]?.low === 'và') at++;
    else break;
  }
  return places.length > 1 ? places : null;
}

/** "tỉnh, thành phố", "xã và phường" */
function sortsAt(t: readonly Token[], i: number): { named: string[]; next: number } {
  const named: string[] = [];
  let at = i;
  for (;;) {
    const n = SORTS.at(t, at);
    if (n === 0) return { named, next: at };
    named.push(textOf(t, at, at + n).toLowerCase());
    at += n;
    if ((t[at]?.text === ',' || t[at]?.low === 'và') && SORTS.at(t, at + 1) > 0 && !t[at + 1]?.cap) at++;
  }
}

/** Which sort a place is: the only one named, or what is known of it; of communes and wards together nothing tells. */
function sortOf(t: readonly Token[], i: number, named: readonly string[]): string | null {
  if (named.length === 1) return named[0] ?? null;
  if (!named.includes('tỉnh')) return null;
  if (CITIES.at(t, i) > 0) return 'thành phố';
  return PROVINCES.at(t, i) > 0 ? 'tỉnh' : null;
}

/** The end of a proper name in capitals that begins no other body. */
function placeEnd(t: readonly Token[], i: number): number {
  const known = CITIES.at(t, i) || PROVINCES.at(t, i);
  if (known > 0 && t[i]?.cap) return i + known;
  if (!t[i]?.cap || TITLES.at(t, i) > 0 || (HEADS.at(t, i) > 0 && !t[i + 1]?.cap)) return i;
  let to = i;
  while (to < i + MOST_SYLLABLES && t[to]?.word && t[to]?.cap) to++;
  // "Tân An 2", "Phường 5"
  if (/^\d{1,2}$/.test(t[to]?.text ?? '')) to++;
  return to;
}

function textOf(t: readonly Token[], from: number, to: number): string {
  return t
    .slice(from, to)
    .map((x) => x.text)
    .join(' ');
}
