import { Phrases, type Token } from '../text/tokens.ts';
import { parseBody } from './body.ts';
import { bracketAt } from './brackets.ts';
import { FIELDS } from './fields.ts';
import { parseGroup } from './group.ts';
import { GENERICS, HEADS, HONORIFICS, PREDICATES, QUANTIFIERS, TITLES } from './lexicon.ts';
import { type Found, type NameOptions, nameAt } from './names.ts';
import { sharedHead } from './shared-head.ts';
import { sharedName } from './shared-name.ts';
import { sharedPlaces } from './shared-places.ts';

export interface FoundList {
  readonly names: readonly Found[];
  /** First token after the list. */
  readonly next: number;
}

/** Names from token `i` on, joined by "," "và" "cùng với" (and ";" where allowed); null where none begins. */
export function namesAt(t: readonly Token[], i: number, options: NameOptions = {}): FoundList | null {
  const first = unitsAt(t, i, options);
  let last: Found | undefined = first?.at(-1);
  if (!first || !last) return null;
  const names = [...first];
  let next = last.next;
  for (;;) {
    const gap = separatorAt(t, next, options) + markAt(t, next, options);
    if (gap === 0) break;
    // "các tổ chức, cá nhân, doanh nghiệp": beside a sort of bodies a bare noun is another sort.
    const more: readonly Found[] | null =
      bareField(t, next + gap, last) ?? unitsAt(t, next + gap, options) ?? bareSort(t, next + gap, last);
    last = more?.at(-1);
    if (!more || !last) break;
    names.push(...more);
    next = last.next;
  }
  return { names, next };
}

/** Fields that name a body of their own too: "Sở Nội vụ, | Công an", "Bộ Tài chính, | Thuế". */
const OWN_FIELDS = new Phrases('công an|thanh tra|quân sự|thuế|hải quan|du lịch|nông nghiệp|dân tộc|tôn giáo');

/** "Bộ Tài chính, | Công Thương và các cơ quan": the head is said once for both. */
function bareField(t: readonly Token[], i: number, last: Found): readonly Found[] | null {
  const head = t[last.own ?? last.from];
  const kind = last.prefix ?? head?.text ?? '';
  if (last.kind !== 'body' || !/^(?:bộ|sở)$/iu.test(kind) || !t[i]?.cap) return null;
  const field = FIELDS.at(t, i);
  if (field === 0 || OWN_FIELDS.at(t, i) > 0 || t[i + field]?.cap || HEADS.at(t, i) > 0) return null;
  const to = i + field;
  return [{ from: i, to, next: to, kind: 'body', specific: true, prefix: kind, own: i }];
}

/** The name at `i`, or the several that share a head there; the last one says where reading goes on. */
function unitsAt(t: readonly Token[], i: number, options: NameOptions): readonly Found[] | null {
  const shared = sharedAt(t, i);
  if (shared) return shared;
  const name = nameAt(t, i, options);
  if (!name) return null;
  const places = sharedPlaces(t, name);
  if (places) return places;
  const units = unitsOf(t, name);
  return units.at(-1)?.next === name.next ? units : units.map((u) => ({ ...u, next: name.next }));
}

/** "các Bộ: …", "đồng chí Bộ trưởng các Bộ: …", "02 Sở: …" */
function sharedAt(t: readonly Token[], i: number): readonly Found[] | null {
  let at = i + HONORIFICS.at(t, i);
  const title = TITLES.at(t, at);
  const titled = t.slice(at, at + title);
  at += title;
  const quantifier = /^\d{1,2}$/.test(t[at]?.text ?? '') ? 1 : QUANTIFIERS.at(t, at);
  if (quantifier === 0) return null;
  return (
    sharedHead(t, at + quantifier, i, titled, (k) => nameAt(t, k)) ??
    sharedName(t, at + quantifier, i, titled) ??
    listedUnits(t, at + quantifier, titled.length)
  );
}

/** "Thủ trưởng các đơn vị: Trung tâm A, Bệnh viện B": those listed are meant, each by its own name. */
function listedUnits(t: readonly Token[], i: number, titled: number): readonly Found[] | null {
  const sort = titled > 0 ? GENERICS.at(t, i) : 0;
  if (sort === 0 || t[i + sort]?.text !== ':') return null;
  const list = namesAt(t, i + sort + 1);
  return list && list.names.length > 1 && list.names.every((n) => n.specific) ? list.names : null;
}

function bareSort(t: readonly Token[], i: number, before: Found): readonly Found[] | null {
  if (before.kind !== 'group' || t[i]?.cap || GENERICS.at(t, i) === 0 || PREDICATES.at(t, i) > 0) return null;
  const to = parseGroup(t, i, parseBody);
  return [{ from: i, to, next: to, kind: 'group', specific: false }];
}

/** "- Sở A; - Sở B": a list of one name a line, put into one paragraph. */
function markAt(t: readonly Token[], i: number, options: NameOptions): number {
  return options.semicolon && t[i]?.text === ';' && /^[-–+•]$/.test(t[i + 1]?.text ?? '') ? 1 : 0;
}

function separatorAt(t: readonly Token[], i: number, options: NameOptions): number {
  const mark = t[i]?.text;
  if (mark === ',' || (mark === ';' && options.semicolon)) return t[i + 1]?.low === 'và' ? 2 : 1;
  if (t[i]?.low === 'và') return t[i + 1]?.low === 'với' ? 2 : 1;
  if (t[i]?.low === 'cùng' && t[i + 1]?.low === 'với') return 2;
  if (t[i]?.low === 'cùng' && nameAt(t, i + 1)) return 1;
  return 0;
}

/** Sorts too many to be listed whole in a bracket. */
const EXEMPLIFIED = new Phrases(
  'cơ sở|doanh nghiệp|trường|ngân hàng|tổ chức|công ty|nhà mạng|hiệp hội|hội|đoàn thể|lực lượng|cơ quan báo chí|viện|bệnh viện|nhà đầu tư|hợp tác xã',
);

/** "04 địa phương (Vĩnh Long, Kiên Giang)": the units a description is followed by are the names meant. */
function unitsOf(t: readonly Token[], name: Found): readonly Found[] {
  const bracket = name.kind === 'group' && name.next > name.to ? bracketAt(t, name.to) : null;
  // "các cơ sở đào tạo (Trường A, Trường B)": some of the sort by way of example, and the sort is meant.
  if (!/^\d/.test(t[name.from]?.text ?? '') && EXEMPLIFIED.at(t, name.from + QUANTIFIERS.at(t, name.from)) > 0)
    return [name];
  if (!bracket || t[bracket.from + 1]?.cap !== true || QUANTIFIERS.at(t, bracket.from + 1) > 0) return [name];
  const units: Found[] = [];
  let from = bracket.from + 1;
  for (let k = from; k < bracket.to; k++) {
    const token = t[k];
    if (token?.text === ',' || k === bracket.to - 1) {
      if (k > from) units.push({ from, to: k, next: k, kind: 'group', specific: true });
      from = k + 1;
      if (k < bracket.to - 1 && t[k + 1]?.cap !== true) return [name];
    } else if (!token?.word || (!token.cap && !/\d/.test(token.text) && token.low !== 'và' && k === from))
      return [name];
    else if (!token.cap && k > from + 6) return [name];
  }
  return units.length >= 2 ? units : [name];
}
