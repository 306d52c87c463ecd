import { kindsToldApart } from '../../dsl/policy/conditions.ts';
import type { Policy } from '../../dsl/policy/index.ts';
import { present } from '../../dsl/present.ts';
import { type PropertyVerdict, proofSteps } from '../../dsl/proof/index.ts';
import { type Post, preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, instantAt, minutesOf } from '../../dsl/time/day.ts';

/** Where a rung was seen to speak. */
export type SeenIn = 'cases' | 'register';

/** One rung of a policy: did it ever speak, and can it? */
export interface RungCoverage {
  /** `acknowledge`, `remind.0`, `escalate.2`: the ladder and the rung's place in it, from 0. */
  readonly rung: string;
  /** Did it speak in a case, or for a directive of the register's last year? */
  readonly fired: boolean;
  readonly seenIn: readonly SeenIn[];
  /** Can it ever: as the checker proved; where it refuted that every rung can, as a search of lives found. */
  readonly canFire: boolean;
}

/** The rungs of a policy by name, in the order it is written; the reminder to approve is none. */
export function rungsOf(policy: Policy): string[] {
  const names = proofSteps(policy).map(({ name }) => name.replace(/#.*/, ''));
  return [...new Set(names)].filter((name) => name !== 'approve');
}

/** Which rungs spoke: what is merged into another message is that one's to tell. */
export function spokenIn(keys: Iterable<string>): ReadonlySet<string> {
  // Keys of a changed policy begin with its edition (`e1.remind.0/…`): they are another policy's rungs.
  return new Set([...keys].map((key) => key.replace(/\/.*/, '')));
}

/** What of a policy was seen, and what never can be. */
export function coverageOf(
  policy: Policy,
  seen: Readonly<Record<SeenIn, Iterable<string>>>,
  properties: readonly PropertyVerdict[],
): RungCoverage[] {
  return coverageFrom(policy, seen, possibleRungs(policy, properties));
}

/** The rungs that can speak, where the checker refuted that all can; undefined: every one. Takes a moment. */
export function possibleRungs(policy: Policy, properties: readonly PropertyVerdict[]): ReadonlySet<string> | undefined {
  const refuted = properties.some(({ name, verdict }) => name === 'every-rung-fires' && verdict === 'refuted');
  return refuted ? spokenIn(searched(policy)) : undefined;
}

/** The same coverage by what is known to be possible. */
export function coverageFrom(
  policy: Policy,
  seen: Readonly<Record<SeenIn, Iterable<string>>>,
  possible: ReadonlySet<string> | undefined,
): RungCoverage[] {
  const [cases, register] = [spokenIn(seen.cases), spokenIn(seen.register)];
  return rungsOf(policy).map((rung) => {
    const seenIn: SeenIn[] = [
      ...(cases.has(rung) ? (['cases'] as const) : []),
      ...(register.has(rung) ? (['register'] as const) : []),
    ];
    const fired = seenIn.length > 0;
    return { rung, fired, seenIn, canFire: fired || possible === undefined || possible.has(rung) };
  });
}

const FIRST = '2025-01-02';
/** Days to the deadline: overdue, short, long, none; and silence between. */
const TERMS = [-5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 21, 25, 30, 40, 60, 90, 150, 250, null] as const;
const MORNINGS = 5;

/** Keys of what speaks in lives of every common kind: nobody acts, the lead receives, hands in, or it is suspended. */
function* searched(policy: Policy): Generator<string> {
  const minute = minutesOf(policy.window.to) - 1;
  const kinds = kindsToldApart(policy);
  const lead = { party: 'lead' } as const;
  const office = { party: 'secretariat' } as const;
  for (let i = 0; i < MORNINGS; i++) {
    const issued = addDays(FIRST, i * 15);
    const at = (days: number) => instantAt(addDays(issued, days), minute);
    const lives = [
      [],
      [{ at: at(4), act: { type: 'acknowledge', by: lead } as const }],
      [{ at: at(4), act: { type: 'submit-result', by: lead, text: '…' } as const }],
      [{ at: at(4), act: { type: 'suspend', by: office, reason: '…' } as const }],
    ];
    for (const term of TERMS)
      for (const [acts, traits] of lives.flatMap((acts) => kinds.map((traits) => [acts, traits] as const))) {
        const due = term === null ? null : addDays(issued, term);
        const directive = {
          id: 'ca',
          issuedAt: at(0),
          due,
          hasCooperating: true,
          calendar: civilServants,
          ...present({ traits }),
        };
        yield* preview(policy, directive, acts).steps.map(({ key }: Post) => key);
      }
  }
}
