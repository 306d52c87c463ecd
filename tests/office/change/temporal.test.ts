import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import fc from 'fast-check';
import { forecast, type MovedStep, type Post, type State, wakeUp } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import { DAY_MS, dayOf, type Instant, MINUTE_MS } from '../../../dsl/time/day.ts';
import { affectedBy, type TermsAct } from '../../../office/change/affected.ts';
import { applyChange } from '../../../office/change/apply-change.ts';
import { knownCalendars } from '../../../office/change/calendar-in-force.ts';
import { shippedRules } from '../../../policies/index.ts';
import type { DirectiveView } from '../../../register/index.ts';
import { lifeOfLog } from '../../../register/life-of-log.ts';
import { openSandbox, type Sandbox } from '../../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { prepareRuns } from '../../../rehearsal/task-runs.ts';
import { loadWorkflowBundle } from '../../../worker/workflow-bundle.ts';
import { STATE_QUERY } from '../../../workflows/contract.ts';
import { type Life, life } from '../../dsl/arbitraries.ts';
import { sketchNotice } from '../../support/notice.ts';
import { testSeal } from '../../support/seal.ts';
import { openTestTemporal, type TestTemporal } from '../../support/temporal.ts';
import { editionAround, editionOf, turnedDays } from './support.ts';

/* Random lives on the real Temporal, changed half-way: what the preview says is what Temporal then does. */

const LIVES = 12;
const SEED = 20_261_122;

let temporal: TestTemporal;
let sandbox: Sandbox;

beforeAll(async () => {
  temporal = await openTestTemporal();
  sandbox = await openSandbox({
    temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
    calendar: civilServants,
    directory: standInDirectory([]),
    senders: [],
    seal: testSeal,
  });
});
afterAll(async () => {
  await sandbox.close();
  await temporal.close();
});

interface Story {
  readonly life: Life;
  readonly at: Instant;
  readonly act: TermsAct;
}

const story: fc.Arbitrary<Story> = life
  .chain((l) =>
    fc.tuple(fc.constant(l), fc.integer({ min: 60, max: 60 * 24 * 60 }), turnedDays, fc.option(editionOf(l.policy))),
  )
  .map(([l, minutes, turned, policy]) => {
    const at = l.directive.issuedAt + minutes * MINUTE_MS;
    const terms = policy ? { policy } : { calendar: editionAround(dayOf(at), turned) };
    return { life: l, at, act: { type: 'change-terms', by: { party: 'secretariat' }, reason: 'Thử', ...terms } };
  });

/** On Temporal an act is taken moments after its instant, and so is what answers it at once. */
const near = (at: Instant | null, other: Instant | null, changedAt: Instant) =>
  at === other ||
  (at !== null &&
    other !== null &&
    at >= changedAt &&
    Math.abs(at - other) < 5 * MINUTE_MS &&
    at - changedAt < 5 * MINUTE_MS);

async function run({ life: l, at, act }: Story, i: number) {
  const { policy, directive } = l;
  const cooperating = directive.hasCooperating ? { cooperating: ['Sở Tài chính'] } : {};
  const sketch = { id: `I.${i}`, lead: 'Sở Nội vụ', due: directive.due, ...cooperating };
  const notice = sketchNotice(`${i}/TB-DL`, dayOf(directive.issuedAt), [sketch]);
  const [prepared] = await prepareRuns(sandbox, [notice], {
    rules: shippedRules,
    policy,
    issuedAt: directive.issuedAt,
  });
  if (!prepared) throw new Error('nothing to run');
  const { runner } = prepared;
  const { id, workflowId } = runner.directive;
  await runner.start();
  for (const [n, timed] of l.acts.filter((a) => a.at <= at).entries()) await runner.act(timed, `truoc-${n}`);
  await runner.goTo(at);

  const record = await sandbox.register.directives.find(id);
  if (!record) throw new Error('not in the register');
  const [previewed] = await affectedBy(sandbox.register, [record], act, at);
  const logs = await sandbox.register.directives.logs([id]);
  const model = lifeOfLog(record, logs.get(id) ?? [], await knownCalendars(sandbox.register));
  const expected = wakeUp(model.policy, model.directive, model.state, at, act);
  const before = (logs.get(id) ?? []).flatMap((e) => e.posts);

  const applied = await applyChange(sandbox, [record], act, `doi-${i}`);
  const again = await applyChange(sandbox, [record], act, `doi-lai-${i}`);
  await runner.finish(at + DAY_MS);
  const view = await sandbox.register.directives.show(id);
  if (!view) throw new Error('not in the register');
  const state = await sandbox.client.workflow.getHandle(workflowId).query<State>(STATE_QUERY);
  return { previewed, model, expected, before, applied, again, view, state, at, act, workflowId };
}

const changeIn = (view: DirectiveView) => view.events.find((e) => e.act?.act.type === 'change-terms');
const shown = ({ kind, to, cause }: MovedStep | Post) => ({ kind, to, cause });

describe('changing the terms of running directives', () => {
  let results: Awaited<ReturnType<typeof run>>[];
  beforeAll(async () => {
    const stories = fc.sample(story, { numRuns: LIVES, seed: SEED });
    results = await Promise.all(stories.map(run));
  });

  const changed = () => results.filter((p) => !('refusal' in p.expected));

  test('the preview is what is then kept with the change, step by step', () => {
    let moving = 0;
    for (const { previewed, view, at } of changed()) {
      const moved = changeIn(view)?.plan?.moved ?? [];
      expect(moved.map(shown)).toEqual(previewed?.moved.map(shown));
      for (const [i, step] of moved.entries()) {
        const told = previewed?.moved[i];
        expect(near(step.before, told?.before ?? null, at) && near(step.after, told?.after ?? null, at)).toBe(true);
      }
      if (moved.length > 0) moving++;
    }
    expect(moving).toBeGreaterThanOrEqual(3);
  });

  test('Temporal does what the plan says, and posts nothing twice', () => {
    for (const { expected, model, view, before, at } of changed()) {
      if ('refusal' in expected) continue;
      const planned = [...expected.posts, ...forecast(model.policy, model.directive, expected.state, at).posts];
      const run = view.events.flatMap((e) => e.posts).slice(before.length);
      expect(run.map(shown)).toEqual(planned.map(shown));
      for (const [i, post] of run.entries()) expect(near(post.at, planned[i]?.at ?? null, at)).toBe(true);
      const keys = view.events.flatMap((e) => e.posts.flatMap((p) => [p.key, ...(p.merges ?? [])]));
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(view.messages.map((m) => m.postKey))).toEqual(new Set([...before, ...run].map((p) => p.key)));
    }
  });

  test('the register tells the state the workflow has, and which terms are in force', async () => {
    const find = await knownCalendars(sandbox.register);
    for (const { view, state, act, expected } of results) {
      const calendar = act.calendar;
      const known: typeof find = (ref) => (calendar?.version === ref.version ? calendar : find(ref));
      expect(lifeOfLog(view.directive, view.events, known).state).toEqual(state);
      if ('refusal' in expected) continue;
      if (act.policy) expect(view.directive.policy).toEqual(act.policy);
      if (calendar) expect(view.directive.calendar).toEqual({ id: calendar.id, version: calendar.version });
    }
  });

  test('made again, it changes nothing; a closed directive is left alone', () => {
    for (const { applied, again, expected, view } of results) {
      if ('refusal' in expected) {
        expect(applied).toMatchObject({ changed: [], failed: [], closed: [view.directive.id] });
      } else {
        expect(applied).toMatchObject({ changed: [view.directive.id], failed: [] });
        expect(again.changed).toEqual([]);
        expect([...again.already, ...again.closed]).toEqual([view.directive.id]);
      }
    }
  });

  test('its history replays', async () => {
    const workflowBundle = await loadWorkflowBundle();
    for (const { workflowId } of changed().slice(0, 4)) {
      const history = await sandbox.client.workflow.getHandle(workflowId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
    }
  });
});
