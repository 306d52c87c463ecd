import type { Act, Cause, Directive, preview } from '../../dsl/rules/index.ts';
import { addDays, type Day, dayOf, daysBetween, instantAt } from '../../dsl/time/day.ts';
import { type Life, lifeOf } from './lives.ts';
import { type Done, lived, type Told } from './model.ts';

/* The second model beside the engine. */

const NOON = 12 * 60;
const EVENING = 20 * 60;
const OFFICE = { party: 'secretariat' } as const;
const LEAD = { party: 'lead' } as const;
const REASON = 'Lý do';

/** The engine's preview, or that of a spoilt copy of it. */
export type Preview = typeof preview;

export interface Compared {
  /** Days of the directive's life that were looked at. */
  readonly days: number;
  /** Where the two do not say the same; absent where they agree. */
  readonly difference?: string;
}

/** One life, told by both. */
export function compare(engine: Preview, seed: number): Compared {
  const life = lifeOf(seed);
  const model = linesOf(lived(life.policy, life.given, life.acts, life.until));
  const theirs = linesOf(byEngine(engine, life));
  const days = daysBetween(life.given.issued, life.until) + 1;
  const differs = [
    ...[...model].filter((line) => !theirs.has(line)).map((line) => `${line}: the model alone`),
    ...[...theirs].filter((line) => !model.has(line)).map((line) => `${line}: the engine alone`),
  ].sort();
  return differs.length === 0 ? { days } : { days, difference: [storyOf(seed, life), ...differs].join('\n  ') };
}

/** A line for each telling; what is told twice has a second line. */
function linesOf(told: readonly Told[]): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { on, to, about } of told) {
    const line = `${on} ${to} ${about}`;
    lines.add(lines.has(line) ? `${line}, twice` : line);
  }
  return lines;
}

function storyOf(seed: number, { policy, given, acts }: Life): string {
  const done = acts.map(({ on, act, due }) => `${on} ${act}${due === undefined ? '' : ` ${due}`}`).join(', ');
  return `seed ${seed}: issued ${given.issued}${given.evening ? ' in the evening' : ''}, due ${given.due}; ${done}\n  ${JSON.stringify(policy)}`;
}

function byEngine(engine: Preview, { policy, given, acts, until }: Life): Told[] {
  const directive: Directive = {
    id: `${given.issued} ${given.due}`,
    issuedAt: instantAt(given.issued, given.evening ? EVENING : NOON),
    due: given.due,
    hasCooperating: given.hasCooperating,
    traits: given.traits,
    calendar: given.calendar,
  };
  const { steps, refused } = engine(policy, directive, [...acts, endAfter(until)].map(timed));
  const wrong = refused.find(({ act }) => dayOf(act.at) <= until);
  if (wrong) throw new Error(`the engine refuses ${wrong.act.act.type}: ${JSON.stringify(wrong.refusal)}`);
  return steps
    .map(({ at, to, cause }) => ({ on: dayOf(at), to, about: aboutOf(cause) }))
    .filter(({ on }) => on <= until);
}

/** A preview runs to the end of a life: what nobody closes is cancelled long after the last day looked at. */
function endAfter(until: Day): Done {
  return { on: addDays(until, 200), act: 'cancel' };
}

function aboutOf(cause: Cause): string {
  if ('rung' in cause) return `${JSON.stringify(cause.rung)} ${cause.repeat ?? 1}`;
  return cause.repeat === undefined ? cause.event : `${cause.event} ${cause.repeat}`;
}

const timed = (done: Done) => ({ at: instantAt(done.on, NOON), act: actOf(done) });

function actOf({ act, due = null }: Done): Act {
  switch (act) {
    case 'acknowledge':
    case 'withdraw-result':
      return { type: act, by: LEAD };
    case 'report-progress':
    case 'submit-result':
      return { type: act, by: LEAD, text: 'Lời' };
    case 'note':
      return { type: act, by: OFFICE, text: 'Lời' };
    case 'approve':
    case 'resume':
      return { type: act, by: OFFICE };
    case 'return':
    case 'suspend':
    case 'cancel':
      return { type: act, by: OFFICE, reason: REASON };
    case 'change-deadline':
      return { type: act, by: OFFICE, reason: REASON, due };
  }
}
