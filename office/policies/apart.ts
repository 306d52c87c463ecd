/* What takes seconds of a processor, done in a process of its own for a service that answers meanwhile. */
import type { Policy } from '../../dsl/policy/index.ts';
import { check, type Verdicts } from '../../dsl/proof/index.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { type Compared, compare } from './compare.ts';
import { possibleRungs } from './coverage.ts';
import { firstLook, type Refuted } from './first-look.ts';

export interface Checkable {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
}

/** Whether B falls behind A, and A behind B. */
export interface BothWays {
  readonly forth: Compared;
  readonly back: Compared;
}

type Asked = Checkable | { readonly atFirst: Checkable } | { readonly a: Policy; readonly b: Policy };

/** What is proved of a policy. */
export interface Proofs extends Verdicts {
  /** The rungs that can ever speak; absent: all of them. */
  readonly possible?: ReadonlySet<string>;
}

export default async function answer(asked: Asked): Promise<Proofs | BothWays | readonly Refuted[]> {
  if ('a' in asked) return { forth: compare(asked.a, asked.b), back: compare(asked.b, asked.a) };
  if ('atFirst' in asked) return firstLook(asked.atFirst.policy, asked.atFirst);
  const { policy, calendar } = asked;
  const verdicts = check(policy, { calendar });
  const possible = possibleRungs(policy, verdicts.properties);
  return possible === undefined ? verdicts : { ...verdicts, possible };
}
