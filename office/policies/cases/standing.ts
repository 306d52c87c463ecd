import type { Policy } from '../../../dsl/policy/index.ts';
import { present } from '../../../dsl/present.ts';
import type { Post } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { addDays, type Day, dayOf } from '../../../dsl/time/day.ts';
import { addWorkingDays } from '../../../dsl/time/work-calendar.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { STANDING_FAULTS as fault } from '../../../texts/policy-cases.ts';
import { CaseFault, givenPart, splitDay } from './parts.ts';
import { livedCase } from './run.ts';
import { byDay, type CaseAct, type PolicyCase } from './types.ts';

/** A directive as somebody says it stands: “đã nhận, hôm nay 02/3, chậm 3 ngày”. */
export interface ClaimedLife {
  readonly today: Day;
  readonly life: PolicyCase;
}

const TODAY = /^hôm nay( là)?( ngày)?$/;
const SPAN = /^(chậm|quá hạn|trễ|còn|im lặng|giao (?:cách đây|được|đã)) (\d{1,3}) ngày( làm việc)?$/;
/** What is the case, without a day; the days that nobody gives are the last on which it can have been. */
const STANDS: readonly (readonly [words: RegExp, acts: readonly CaseAct['type'][]])[] = [
  [/^chưa (tiếp )?nhận$|^mới giao$/, []],
  [/^đã (tiếp )?nhận$|^đang (làm|thực hiện)$/, ['acknowledge']],
  [/^đã (trình|nộp)( kết quả)?$|^chờ duyệt$/, ['acknowledge', 'submit-result']],
  [/^(đang |đã )?tạm (hoãn|dừng)$/, ['acknowledge', 'suspend']],
];

/** How long before today, or before its deadline, it was given, where nobody says. */
const GIVEN_BEFORE = 30;

/** @param year of days that have none, as people say today's @throws UserError */
export function claimedLife(text: string, year: number): ClaimedLife {
  const parts = text
    .normalize('NFC')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const { today } = parts.map((part) => todayIn(part, year)).find((found) => found.today !== undefined) ?? {};
  if (today === undefined) throw new UserError(`--at: ${fault.noToday}`);
  let [issued, due, silent]: [Day | undefined, Day | null | undefined, number | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  let stands: readonly CaseAct['type'][] = [];
  const acts: CaseAct[] = [];
  let traits: PolicyCase['traits'];
  for (const part of parts) {
    const said = part.toLowerCase();
    if (todayIn(part, year).today !== undefined) continue;
    const state = STANDS.find(([words]) => words.test(said));
    const [, what = '', n = '', worked] = SPAN.exec(said) ?? [];
    const back = (count: number) => (worked ? addWorkingDays(civilServants, today, -count) : addDays(today, -count));
    if (state) stands = state[1];
    else if (/^(chậm|quá|trễ)/.test(what)) due = back(Number(n));
    else if (what === 'còn') due = back(-Number(n));
    else if (what === 'im lặng') silent = Number(n);
    else if (what !== '') issued = back(Number(n));
    else {
      const given = partOf(part, today);
      if ('issued' in given) issued = given.issued;
      else if ('due' in given) due = given.due;
      else if ('traits' in given) traits = { ...traits, ...given.traits };
      else if ('act' in given) acts.push(given.act);
    }
  }
  const heard = silent === undefined ? undefined : addDays(today, -silent);
  const given =
    issued ??
    addDays([heard, due ?? undefined, today].filter((d) => d !== undefined).sort()[0] ?? today, -GIVEN_BEFORE);
  const stood = stands.map((type): CaseAct => ({ on: lastOn(type, given, today), type }));
  const progress: CaseAct[] = heard === undefined ? [] : [{ on: heard, type: 'report-progress' }];
  return {
    today,
    life: {
      name: text,
      line: 1,
      issued: given,
      due: due ?? null,
      cooperating: true,
      ...present({ traits }),
      expected: [],
      acts: [...stood, ...progress, ...acts].sort(byDay),
    },
  };
}

/** Received on the day after it was given; handed in or suspended today. */
function lastOn(type: CaseAct['type'], given: Day, today: Day): Day {
  const next = addWorkingDays(civilServants, given, 1);
  return type === 'acknowledge' && next < today ? next : type === 'acknowledge' ? given : today;
}

function todayIn(part: string, year: number): { readonly today?: Day } {
  try {
    const { rest, day } = splitDay(part, { year });
    return day !== undefined && TODAY.test(rest) ? { today: day } : {};
  } catch (error) {
    if (error instanceof CaseFault) throw new UserError(`--at: ${error.message}`);
    throw error;
  }
}

function partOf(part: string, today: Day) {
  try {
    // Days without a year are of the year before today.
    return givenPart(part, { issued: addDays(today, -300) });
  } catch (error) {
    if (error instanceof CaseFault) throw new UserError(`--at: ${fault.notUnderstood(part)}`);
    throw error;
  }
}

/** What comes after today if nobody does anything, at most so many steps; and what was not allowed of what is said. */
export function whatComes(policy: Policy, { today, life }: ClaimedLife, most: number): readonly Post[] {
  const { steps, refused } = livedCase(policy, life);
  const [first] = refused;
  if (first) throw new UserError(`--at: ${fault.cannotBe(life.name)}`);
  return steps.filter(({ at }) => dayOf(at) > today).slice(0, most);
}
