import { Phrases, type Token } from '../text/tokens.ts';
import { FIELDS } from './fields.ts';
import { LEAD_INS, PREDICATES, STOPS } from './lexicon.ts';
import type { Found } from './names.ts';

/** Heads whose bodies are named by any words behind a colon: "các Tập đoàn: Điện lực Việt Nam, Hóa chất Việt Nam". */
const BY_NAME = new Phrases(
  'tập đoàn|tập đoàn kinh tế|tổng công ty|công ty|chi cục|trung tâm|ban quản lý|viện|trường|trường đại học|bệnh viện|hội|công an|đảng ủy',
);
/** What begins a body of another head there; to a committee of the Party these are what it is the committee of. */
const OTHERS = new Phrases(
  'bộ|sở|ubnd|ủy ban|văn phòng|ngân hàng|công an|tập đoàn|tổng công ty|công ty|hội|liên đoàn|ban|cục|trung tâm|đài|thuế|kho bạc|trường|viện|bệnh viện',
);
const LONGEST = 10;

/**
 * Several bodies under one head word that any words follow: "các Đảng ủy: Chính phủ; Quốc hội", "các Đảng ủy Bộ Tài
 * chính, Bộ Nội vụ", "các Tập đoàn: Điện lực Việt Nam, Hóa chất Việt Nam". One name each, the head said again.
 *
 * @param i token after the quantifier
 * @param from token at which the names begin
 */
export function sharedName(t: readonly Token[], i: number, from: number, title: readonly Token[]): Found[] | null {
  const head = BY_NAME.at(t, i);
  if (head === 0) return null;
  const party = t[i]?.low === 'đảng';
  const colon = t[i + head]?.text === ':';
  if (!colon && !party) return null;
  const prefix = [...title, ...t.slice(i, i + head)].map((x) => x.text).join(' ');
  const names: Found[] = [];
  for (let at = i + head + (colon ? 1 : 0); ; ) {
    const to = colon ? nameEnd(t, at, party) : ministryEnd(t, at);
    if (to === at) break;
    names.push({ from: names.length === 0 ? from : at, to, next: to, kind: 'body', specific: true, prefix, own: at });
    const mark = t[to]?.text;
    if (mark !== ',' && mark !== ';' && t[to]?.low !== 'và') break;
    at = to + (t[to + 1]?.low === 'và' ? 2 : 1);
  }
  return names.length > 1 ? names : null;
}

function nameEnd(t: readonly Token[], i: number, party: boolean): number {
  if (!t[i]?.cap || (!party && OTHERS.at(t, i) > 0)) return i;
  let at = i;
  while (t[at]?.word && at < i + LONGEST) {
    const field = FIELDS.at(t, at);
    const ends = !t[at]?.cap && (PREDICATES.at(t, at) > 0 || STOPS.at(t, at) > 0 || LEAD_INS.at(t, at) > 0);
    if (field === 0 && (ends || t[at]?.low === 'và')) break;
    at += Math.max(field, 1);
    if (t[at]?.text === '-' && t[at + 1]?.word) at++;
  }
  return at;
}

function ministryEnd(t: readonly Token[], i: number): number {
  const field = t[i]?.low === 'bộ' ? FIELDS.at(t, i + 1) : 0;
  return field > 0 ? i + 1 + field : i;
}
