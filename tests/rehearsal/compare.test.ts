import { expect, test } from '@jest/globals';
import { type Post, preview } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { standard } from '../../policies/index.ts';
import { compareSteps } from '../../rehearsal/compare.ts';
import { lead, on } from '../support/acts.ts';

/* On a real Temporal people act some milliseconds after the instant that was planned; the clock's own steps have no such leave. */

const directive = {
  ...{ id: 'tb/1', issuedAt: instantAt('2025-02-24', 8 * 60), due: '2025-03-14', hasCooperating: false },
  calendar: civilServants,
};
const acts = [
  on('2025-03-17', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
  on('2025-03-18', { type: 'withdraw-result', by: lead }),
];
const planned = preview(standard, directive, acts).steps;
const later = (which: (post: Post) => boolean) =>
  planned.map((post) => (which(post) ? { ...post, at: post.at + 40 } : post));
const [, takenBack] = acts.map(({ at }) => at);

test('a step the clock had ready, let out by an act, follows the act', () => {
  const letOut = planned.filter(({ at, cause }) => at === takenBack && !('event' in cause));
  expect(letOut.length).toBeGreaterThan(0);
  const run = later(({ at }) => at === takenBack);
  expect(compareSteps(planned, run, acts)).toEqual([]);
  expect(compareSteps(planned, run).map(({ key }) => key)).toEqual(letOut.map(({ key }) => key));
});

test('a step of the clock is held to its millisecond', () => {
  const [first] = planned.filter(({ at, cause }) => 'rung' in cause && acts.every((act) => act.at !== at));
  const run = later(({ key }) => key === first?.key);
  expect(compareSteps(planned, run, acts)).toMatchObject([{ key: first?.key }]);
});
