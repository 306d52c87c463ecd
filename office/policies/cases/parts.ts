import { person, type Traits } from '../../../dsl/policy/index.ts';
import { addDays, type Day, dayOfParts, partsOf } from '../../../dsl/time/day.ts';
import { CASE_FAULTS as fault } from '../../../texts/policy-cases.ts';
import type { CaseAct, Expected, Wanted } from './types.ts';
import * as words from './words.ts';

/** What cannot be understood of a case, without its place. */
export class CaseFault extends Error {
  override readonly name = 'CaseFault';
}

/** Where days without a year belong: the first such day on or after the issue. */
export interface Anchor {
  readonly year?: number;
  readonly issued?: Day;
}

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.-]+|[\s:.]+$/g, '');

/** Text without its first day, and that day; absent where there is none. */
export function splitDay(text: string, anchor: Anchor): { readonly rest: string; readonly day?: Day } {
  const found = words.DAY.exec(text);
  if (!found) return { rest: plain(text) };
  const [all, date, month, year] = found;
  const rest = plain(`${text.slice(0, found.index)} ${text.slice(found.index + all.length)}`);
  return { rest, day: dayIn(all, Number(date), Number(month), year, anchor) };
}

function dayIn(text: string, date: number, month: number, year: string | undefined, anchor: Anchor): Day {
  const of = (y: number): Day => {
    const day = dayOfParts(y, month, date);
    if (day === null) throw new CaseFault(fault.noSuchDay(text));
    return day;
  };
  if (year !== undefined) return of(Number(year));
  if (anchor.issued !== undefined) {
    const { year: first } = partsOf(anchor.issued);
    const next = [first, first + 1, first + 2, first + 3, first + 4]
      .map((y) => dayOfParts(y, month, date))
      .find((day) => day !== null && day >= (anchor.issued ?? ''));
    if (!next) throw new CaseFault(fault.noSuchDay(text));
    return next;
  }
  if (anchor.year === undefined) throw new CaseFault(fault.noYear(text));
  return of(anchor.year);
}

export type CasePart =
  | { readonly issued: Day }
  | { readonly due: Day | null }
  | { readonly cooperating: boolean }
  | { readonly traits: Traits }
  | { readonly act: CaseAct }
  | { readonly nothing: true };

/** One piece of “Cho” or “Khi”. @throws CaseFault */
export function givenPart(text: string, anchor: Anchor): CasePart {
  const { rest, day } = splitDay(text, anchor);
  if (day === undefined) {
    if (words.NO_DUE.test(rest)) return { due: null };
    if (words.COOPERATING.test(rest)) return { cooperating: true };
    if (words.ALONE.test(rest)) return { cooperating: false };
    if (words.NOTHING_DONE.test(rest)) return { nothing: true };
    const traits = traitsIn(rest);
    if (traits) return { traits };
    throw new CaseFault(isAct(rest) ? fault.noDay(text.trim()) : fault.notGiven(text.trim()));
  }
  if (words.ISSUED.test(rest)) return { issued: day };
  if (words.DUE.test(rest)) return { due: day };
  const type = words.ACT_WORDS.find(([pattern]) => pattern.test(rest))?.[1];
  if (type !== undefined) return { act: { on: day, type } };
  if (words.LIFTS_DUE.test(rest)) return { act: { on: day, type: 'change-deadline', due: null } };
  const { rest: change, day: due } = splitDay(rest, { issued: addDays(day, 1) });
  if (due !== undefined && words.CHANGES_DUE.test(change)) return { act: { on: day, type: 'change-deadline', due } };
  throw new CaseFault(fault.notGiven(text.trim()));
}

/** “hoả tốc”, “lĩnh vực y tế”, “do UBND tỉnh ban hành”, “giao nhiều đơn vị” */
function traitsIn(rest: string): Traits | undefined {
  const urgency = words.URGENCIES.find(([pattern]) => pattern.test(rest))?.[1];
  if (urgency !== undefined) return { urgency };
  if (words.MANY.test(rest)) return { given: 'group' };
  if (words.ONE.test(rest)) return { given: 'single' };
  const [, field] = words.FIELD.exec(rest) ?? [];
  if (field !== undefined) return { field };
  const [, issuer] = words.ISSUER.exec(rest) ?? [];
  return issuer === undefined ? undefined : { issuer };
}

const isAct = (rest: string) => words.ACT_WORDS.some(([pattern]) => pattern.test(rest)) || words.ISSUED.test(rest);

/** One piece of “Thì”: a day and who is told on it. @throws CaseFault */
export function expectedPart(text: string, anchor: Anchor): Expected {
  const said = text.trim();
  const whole = plain(text);
  if (words.NOTHING_ELSE.test(whole)) return { nothingElse: true, text: said };
  const { rest, day } = splitDay(text, anchor);
  if (day === undefined) throw new CaseFault(fault.notExpected(said));
  const unfrom = rest.replace(words.FROM, '');
  if (words.NOBODY.test(unfrom))
    return unfrom === rest ? { on: day, wanted: [], only: true, text: said } : { quietFrom: day, text: said };
  const told = rest.replace(words.ONLY, '');
  return { on: day, wanted: wantedIn(told, said), only: told !== rest, text: said };
}

/** “báo chủ trì, người đứng đầu và theo dõi, công văn”: a verb holds until the next. */
function wantedIn(told: string, said: string): readonly Wanted[] {
  let as: Wanted['as'];
  return told.split(/, | và /).map((piece) => {
    let words_ = piece.trim();
    if (words.LETTER.test(words_)) return { as: 'letter' };
    const verb = words.VERBS.find(([pattern]) => pattern.test(words_));
    if (verb) {
      as = verb[1];
      words_ = words_.replace(verb[0], '').trim();
    }
    const named = words.NAMED_PERSON.exec(words_)?.[1];
    const to = named === undefined ? words.ROLES.find(([pattern]) => pattern.test(words_))?.[1] : person(named);
    if (to === undefined) throw new CaseFault(fault.notExpected(said));
    return as === undefined ? { to } : { to, as };
  });
}
