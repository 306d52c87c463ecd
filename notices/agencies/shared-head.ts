import type { Token } from '../text/tokens.ts';
import { FIELDS, isFieldCode } from './fields.ts';
import { GENERICS, HEADS, PREDICATES, STOPS, TITLES } from './lexicon.ts';
import type { Found } from './names.ts';

/** Heads whose bodies are told apart by their field alone. */
const MOST_WORDS = 7;
const BY_FIELD = new Set(['bộ', 'sở', 'ban', 'phòng', 'cục', 'vụ']);

/**
 * Several bodies under one head word: "các Bộ: Quốc phòng, Công an", "các Sở Tài chính, Y tế", "Bộ trưởng các Bộ:
 * Xây dựng, Công Thương", "các Sở, ngành: Nội vụ, Công an tỉnh". One name each, its head said again ("Bộ Công an");
 * null where fewer than two fields follow.
 *
 * @param i token after the quantifier: the first generic noun
 * @param from token at which the names begin, title and quantifier included
 * @param title tokens of the title that governs the list, if any
 * @param other reads a name with a head of its own in the middle of the list
 */
export function sharedHead(
  t: readonly Token[],
  i: number,
  from: number,
  title: readonly Token[],
  other: (at: number) => Found | null,
): Found[] | null {
  const head = t[i];
  if (!head || !BY_FIELD.has(head.low) || GENERICS.at(t, i) !== 1) return null;
  let at = afterSorts(t, i + 1);
  const colon = t[at]?.text === ':';
  if (colon) at++;
  else if (at > i + 1) return null;
  const prefix = [...title.map((x) => x.text), capital(head.text)].join(' ');
  const names: Found[] = [];
  let fields = 0;
  for (;;) {
    const own = fieldAt(t, at, colon);
    const alien = own === 0 && fields > 0 && colon ? other(at) : null;
    if (own > 0) {
      const to = at + own;
      fields++;
      names.push({ from: names.length === 0 ? from : at, to, next: to, kind: 'body', specific: true, prefix, own: at });
    } else if (alien?.kind === 'body' && alien.specific) names.push(alien);
    else break;
    const next = names.at(-1)?.next ?? at;
    const gap = separator(t, next);
    if (gap === 0) break;
    at = next + gap;
  }
  return names.length >= 2 && fields > 0 ? names : null;
}

/** "các Bộ | , ngành:", "các Sở | , ban, ngành:", "các Bộ | , cơ quan:": sorts named beside the head. */
function afterSorts(t: readonly Token[], i: number): number {
  let at = i;
  while (t[at]?.text === ',' || t[at]?.low === 'và') {
    const sort = GENERICS.at(t, at + 1);
    if (sort === 0 || t[at + 1]?.cap) break;
    at += 1 + sort;
  }
  return at > i && t[at]?.text !== ':' ? i : at;
}

function separator(t: readonly Token[], i: number): number {
  if (t[i]?.text === ',' || t[i]?.text === ';') return t[i + 1]?.low === 'và' ? 2 : 1;
  return t[i]?.low === 'và' ? 1 : 0;
}

/** Tokens of the field at `i` ("Nông nghiệp và Môi trường"), 0 where none is known or it goes on as another name. */
function fieldAt(t: readonly Token[], i: number, colon: boolean): number {
  const token = t[i];
  if (!token?.cap) return 0;
  if (isFieldCode(token.text)) return 1;
  const n = FIELDS.at(t, i);
  if (n > 0) {
    // "Công an tỉnh", "Thuế tỉnh", "Thanh tra tỉnh": bodies by themselves, not fields of the head.
    const after = t[i + n]?.low ?? '';
    return ['tỉnh', 'thành', 'tp', 'cấp'].includes(after) ? 0 : n;
  }
  return colon && HEADS.at(t, i) === 0 && TITLES.at(t, i) === 0 ? unknownField(t, i) : 0;
}

/** After a colon only fields follow, known or not: "các Phòng: Kinh tế, Văn hóa - Xã hội". */
function unknownField(t: readonly Token[], i: number): number {
  let at = i + 1;
  while (at < i + MOST_WORDS && t[at] && !/^[,;:.(]$/.test(t[at]?.text ?? '') && t[at]?.low !== 'và') {
    if (PREDICATES.at(t, at) > 0 || STOPS.at(t, at) > 0) break;
    at++;
  }
  return at - i;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
