import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { CURRENT_INTERPRETER, preview, type TimedAct } from '../../dsl/rules/index.ts';
import { WITHDRAWN_STOPS_NOTHING } from '../../dsl/rules/version.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Instant, instantAt } from '../../dsl/time/day.ts';
import { actSealIn, sealsActs } from '../../office/act-seal.ts';
import { directiveOf } from '../../office/task.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister, type Register } from '../../register/index.ts';
import { compareSteps } from '../../rehearsal/compare.ts';
import type { Sandbox } from '../../rehearsal/sandbox.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { prepareRuns, type TaskRun } from '../../rehearsal/task-runs.ts';
import { VirtualClock } from '../../rehearsal/virtual-time.ts';
import { atOnce } from '../../system/at-once.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { lead, office, on } from '../support/acts.ts';
import { cases } from '../support/depth.ts';
import { type DirectiveSketch, sketchNotice } from '../support/notice.ts';
import { ownDatabase } from '../support/sandbox.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';
import { programOf } from './older-program.ts';
import { makeCurrent, ramp } from './worker-builds.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/*
 * Two workers of a program that knows no rules but those before a change are replaced by two of today's, one after the
 * other, under directives that run. The changed rule is one that was changed: whom a result taken back late tells.
 */

const BEFORE = WITHDRAWN_STOPS_NOTHING - 1;
const RUNNING = cases(24, 200);
/** Two hundred lives, on two cores that others use. */
const MOST_MS = 30 * 60_000;
const ISSUED = '2025-02-24';
const issuedAt = instantAt(ISSUED, 8 * 60);
/** Where all stand when the first worker is replaced, and the second. */
const FIRST = instantAt('2025-03-10', 9 * 60);
const SECOND = instantAt('2025-03-18', 9 * 60);

let temporal: TestTemporal;
let folder: string;
let older: string;
beforeAll(async () => {
  temporal = await openTestTemporal();
  folder = await mkdtemp(join(tmpdir(), 'dondoc-upgrade-'));
  older = await programOf(BEFORE, join(folder, 'older'));
});
afterAll(async () => {
  await temporal.close();
  await rm(folder, { recursive: true, force: true });
});

const by = (number: string, count: number) =>
  sketchNotice(
    number,
    ISSUED,
    Array.from(
      { length: count },
      (_, i): DirectiveSketch => ({ id: `I.${i + 1}`, lead: 'Sở Nội vụ', due: '2025-03-14' }),
    ),
  );

/** Half of them are handed in late and taken back, which the two programs judge otherwise; and all end. */
function actsOf({ draft }: { readonly draft: { readonly id: string } }): TimedAct[] {
  const takenBack = Number(draft.id.slice(2)) % 2 === 0;
  return [
    on('2025-02-26', { type: 'acknowledge', by: lead }),
    ...(takenBack
      ? [
          on('2025-03-17', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
          on('2025-03-18', { type: 'withdraw-result', by: lead }),
        ]
      : []),
    on('2025-03-28', { type: 'submit-result', by: lead, text: 'Tờ trình' }),
    on('2025-03-31', { type: 'approve', by: office }),
  ];
}

test.each([
  ['without builds, as by `systemctl restart`', 'TB', false],
  ['by builds of a deployment', 'KL', true],
])(
  'a rolling upgrade %s',
  async (_, kind, versioned) => {
    const { address, namespace } = temporal;
    const database = (await ownDatabase()) ?? '';
    const taskQueue = `upgrade-${randomUUID()}`;
    const keys = join(folder, `${taskQueue}.json`);
    const deployment = { client: temporal.client, namespace, deploymentName: taskQueue };
    const start = (dist: string, buildId: string) =>
      startWorkerProcess({
        ...{ dist, address, namespace, database, taskQueue, keys },
        ...(versioned ? { build: { deploymentName: taskQueue, buildId } } : {}),
      });
    const workers: WorkerProcess[] = [];
    const connection = await Connection.connect({ address });
    const client = new Client({ connection, namespace, interceptors: { workflow: [sealsActs(actSealIn(keys))] } });
    const register = await openRegister({
      ...{ url: database, compose: composeMessage, mailDomain: 'cluster.invalid', calendar: civilServants },
    });
    try {
      const running = by(`1/${kind}`, RUNNING);
      await register.directory.import(standInDirectory([running]));
      const place = officeOf({ client, register, clock: new VirtualClock(client.workflow, namespace), taskQueue });
      const issue = async (number: string, count: number) => {
        const runs = await prepareRuns(place, [by(number, count)], { rules: shippedRules, issuedAt });
        return runs.map((run) => new Scripted(run));
      };

      workers.push(await start(older, '1'), await start(older, '1'));
      if (versioned) await makeCurrent(deployment, '1');
      const lives = await issue(`1/${kind}`, RUNNING);
      await atOnce(lives, AT_ONCE, (life) => life.goTo(FIRST));

      await workers[0]?.stop();
      workers.push(await start('dist', '2'));
      if (versioned) await ramp(deployment, '2', 50);
      // What the office gives while both are at work, by today's program.
      lives.push(...(await issue(`2/${kind}`, RUNNING / 4)));
      await atOnce(lives, AT_ONCE, (life) => life.goTo(SECOND));

      if (versioned) await makeCurrent(deployment, '2');
      await workers[1]?.stop();
      workers.push(await start('dist', '2'));
      const after = await issue(`3/${kind}`, RUNNING / 4);
      await atOnce([...lives, ...after], AT_ONCE, (life) => life.finish());

      const [before, today] = await Promise.all([lived(register, lives), lived(register, after)]);
      expect(new Set(before.map((life) => life.interpreter))).toEqual(new Set([BEFORE]));
      expect(new Set(today.map((life) => life.interpreter))).toEqual(new Set([CURRENT_INTERPRETER]));
      expect([...before, ...today].flatMap((life) => life.differences)).toEqual([]);
      expect(new Set([...before, ...today].map((life) => life.status))).toEqual(new Set(['approved']));
      // Else no rule had changed for any of them.
      expect(before.filter((life) => life.changed)).toHaveLength((RUNNING + RUNNING / 4) / 2);

      const histories = await Promise.all(lives.map(({ workflowId }) => historyOf(client, workflowId)));
      expect(histories.flatMap((one) => one.failures)).toEqual([]);
      const pids = histories.flatMap((one) => one.pids);
      expect(workers.map(({ pid }) => pids.filter((one) => one === pid).length > 0)).toEqual([true, true, true, true]);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await register.close();
      await connection.close();
    }
  },
  MOST_MS,
);

const AT_ONCE = 16;

/** A directive whose people do what is written down for them, as far as time has come. */
class Scripted {
  private next = 0;
  private begun = false;

  constructor(readonly run: TaskRun) {}

  get workflowId(): string {
    return this.run.runner.directive.workflowId;
  }

  async goTo(instant: Instant): Promise<void> {
    await this.begin();
    const acts = actsOf(this.run.task);
    for (let act = acts[this.next]; act !== undefined && act.at <= instant; act = acts[this.next])
      await this.run.runner.act(act, `thao-tac-${++this.next}`);
    await this.run.runner.goTo(instant);
  }

  async finish(): Promise<void> {
    await this.begin();
    for (const act of actsOf(this.run.task).slice(this.next)) await this.run.runner.act(act, `thao-tac-${++this.next}`);
    if (this.run.runner.refused.length > 0) throw new Error(JSON.stringify(this.run.runner.refused));
  }

  private async begin(): Promise<void> {
    if (!this.begun) await this.run.runner.start();
    this.begun = true;
  }
}

/** Each life beside its plan under the version it was issued by. */
function lived(register: Register, lives: readonly Scripted[]) {
  return Promise.all(
    lives.map(async ({ run: { task } }) => {
      const view = await register.directives.show(task.id);
      if (!view) throw new Error(`${task.id} is not in the register`);
      const { interpreter, status } = view.directive;
      const planOf = (version: number) =>
        preview(task.policy, { ...directiveOf(task, issuedAt, civilServants), interpreter: version }, actsOf(task))
          .steps;
      const planned = planOf(interpreter);
      const differences = compareSteps(
        planned,
        view.events.flatMap((event) => event.posts),
        actsOf(task),
      );
      const changed = compareSteps(planned, planOf(CURRENT_INTERPRETER)).length > 0;
      return { interpreter, status, differences, changed };
    }),
  );
}

async function historyOf(client: Client, workflowId: string) {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const failures = (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
    failed ? [`${workflowId}: ${failed.failure?.message}`] : [],
  );
  const pids = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: done }) =>
    done?.identity ? [Number.parseInt(done.identity, 10)] : [],
  );
  return { failures, pids };
}

/** An office without a worker of its own: those of the test lead what it issues, and nothing is sent. */
function officeOf(parts: Pick<Sandbox, 'client' | 'register' | 'clock' | 'taskQueue'>): Sandbox {
  return {
    ...parts,
    file: '',
    calendar: civilServants,
    deliver: async () => {},
    leftAt: () => undefined,
    close: async () => {},
  };
}
