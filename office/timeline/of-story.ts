import type { Counterexample, Moment } from '../../dsl/proof/index.ts';
import type { Post } from '../../dsl/rules/index.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { actName } from '../../texts/acts.ts';
import { kindName } from '../../texts/names.ts';
import { causeText } from '../../texts/rules.ts';
import { titleText } from '../../texts/timeline.ts';
import { assemble, flagOf } from './assemble.ts';
import type { Mark, Timeline } from './types.ts';

/** A life that breaks a promise, up to where it does: what people did, and what was told. */
export function timelineOfStory(
  name: string,
  { issuedAt, due, moments }: Pick<Counterexample, 'issuedAt' | 'due' | 'moments'>,
  calendar: WorkCalendar,
): Timeline {
  return assemble({
    title: titleText(name, due),
    tracks: ['run'],
    marks: moments.flatMap((moment, i) => marksOf(moment, String(i))),
    flags: [flagOf('notice', dayOf(issuedAt), issuedAt), ...(due === null ? [] : [flagOf('due', due)])],
    about: [],
    notes: [],
    calendar,
  });
}

/** What is told if nobody acts, of two policies one above the other. */
export function timelineOfSteps(
  name: string,
  {
    issuedAt,
    due,
    steps,
  }: { readonly issuedAt: Instant; readonly due: Counterexample['due']; readonly steps: readonly Post[] },
  calendar: WorkCalendar,
): Timeline {
  return timelineOfStory(name, { issuedAt, due, moments: [{ at: issuedAt, posts: steps }] }, calendar);
}

function marksOf({ at, act, posts }: Moment, id: string): Mark[] {
  const told = posts.map((post) => ({
    id: `${id}/${post.key}`,
    track: 'run' as const,
    role: post.to,
    at: Math.max(post.at, at),
    day: dayOf(Math.max(post.at, at)),
    stage: post.stage,
    kind: post.kind,
    label: kindName(post.kind, post.to),
    rule: causeText(post.cause),
    state: 'planned' as const,
    details: [],
  }));
  if (act === undefined) return told;
  const { by } = act;
  const done: Mark = {
    ...{ id: `${id}/act`, track: 'run', role: by.head ? `headOf(${by.party})` : by.party, at, day: dayOf(at) },
    ...{ stage: 'act', kind: act.type, label: actName(act), rule: '', state: 'act', details: [] },
  };
  return [done, ...told];
}
