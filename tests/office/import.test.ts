import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forecast } from '../../dsl/rules/index.ts';
import { addDays, DAY_MS, dayOf } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { knownCalendars } from '../../office/change/calendar-in-force.ts';
import { type ImportPlan, planImport } from '../../office/import/plan-import.ts';
import { runImport } from '../../office/import/run-import.ts';
import { readTableFile } from '../../office/import/table.ts';
import { shippedRules } from '../../policies/index.ts';
import { type DirectiveView, loadDirectory } from '../../register/index.ts';
import { lifeOfLog } from '../../register/life-of-log.ts';
import { office } from '../support/acts.ts';
import { dondoc, environment } from '../support/dondoc.ts';
import { useSandbox } from '../support/sandbox.ts';
import { readHandoff } from '../support/temporal-handoff.ts';
import { DIRECTORY, HEAD, ImportDesk, manyRows, NOW, SAMPLE } from './import-support.ts';

/* Old work on the real Temporal: it goes on from where it stands, and a dead process loses none of it. */

const shared = useSandbox(loadDirectory(DIRECTORY));

describe('the sample, entered and run for years', () => {
  let plan: ImportPlan;
  let views: DirectiveView[];
  const viewOf = (row: number) => {
    const id = plan.works.find((w) => w.row.row === row)?.work.directive.id;
    const view = views.find((v) => v.directive.id === id);
    if (!view) throw new Error(`row ${row} was not entered`);
    return view;
  };
  const told = (row: number) =>
    viewOf(row).events.flatMap((e) => e.posts.map((p) => `${dayOf(p.at)} ${p.kind} ${p.to}`));

  beforeAll(async () => {
    const { register, client, clock, taskQueue } = shared.sandbox;
    const options = { rules: shippedRules, fileName: 'viec-cu-mau.csv', now: NOW };
    plan = await planImport(register, await readTableFile(SAMPLE), options);
    // A process that died left some entered, and nothing started.
    await register.directives.enterOldWork(plan.works.slice(0, 3).map((w) => w.work));
    const run = { register, client, taskQueue, clockOffsetMs: NOW - Date.now() };
    const imported = await runImport(plan, run);
    expect(imported).toEqual({ entered: 4, started: 5, overridden: [] });
    expect(await runImport(plan, run)).toEqual({ entered: 0, started: 0, overridden: [] });
    views = await Promise.all(
      plan.works.map(async ({ work }) => {
        const { id, workflowId } = work.directive;
        if (work.wake.standing.closedAt === undefined) await clock.fastForward(workflowId, 3 * 365 * DAY_MS);
        const view = await register.directives.show(id);
        if (!view) throw new Error(`${id} is not in the register`);
        return view;
      }),
    );
  });

  test('every step after the import is the one the rules forecast from the state it entered in', async () => {
    const find = await knownCalendars(shared.sandbox.register);
    for (const view of views) {
      const { policy, directive, state } = lifeOfLog(view.directive, view.events.slice(0, 1), find);
      const planned = forecast(policy, directive, state, NOW).posts;
      const run = view.events.flatMap((e) => e.posts);
      expect(run.map((p) => [p.key, p.at, p.to])).toEqual(planned.map((p) => [p.key, p.at, p.to]));
      expect(new Set(run.map((p) => p.key)).size).toBe(run.length);
    }
  });

  test('late for weeks: the lead and its head hear once, the next working morning, and nobody else', () => {
    expect(told(4)).toEqual(['2025-06-17 overdue lead', '2025-06-17 overdue headOf(lead)']);
    const [message] = viewOf(4).messages;
    expect(message?.content?.subject).toMatch(/quá hạn/i);
    expect(message?.content?.facts).toContainEqual({ label: 'Hạn', value: expect.stringContaining('30/04/2025') });
  });

  test('ahead: the reminders to come, and the ladder once it is late', () => {
    expect(told(2).slice(0, 5)).toEqual([
      '2025-06-30 due-reminder lead',
      '2025-07-08 due-reminder lead',
      '2025-07-14 due-reminder lead',
      '2025-07-16 overdue lead',
      '2025-07-16 overdue headOf(lead)',
    ]);
  });

  test('handed in: the office is asked; done and cancelled: nothing, ever', () => {
    expect(new Set(viewOf(5).events.flatMap((e) => e.posts.map((p) => `${p.kind} ${p.to}`)))).toEqual(
      new Set(['approval-reminder secretariat']),
    );
    for (const row of [3, 8]) expect([told(row), viewOf(row).messages]).toEqual([[], []]);
  });

  test('people act on it as on any other: a suspended one is resumed, its days given back', async () => {
    const { id } = viewOf(7).directive;
    const { standing } = await actOn(shared.sandbox, id, { type: 'resume', by: office }, 'tiep-tuc');
    expect(standing).toMatchObject({ status: 'assigned', due: addDays('2025-05-30', 3 * 365) });
    await expect(actOn(shared.sandbox, id, { type: 'approve', by: office }, 'duyet')).rejects.toThrow(
      /Chưa có kết quả/,
    );
  });
});

describe('dondoc import', () => {
  let desk: ImportDesk;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    desk = await ImportDesk.open();
    const temporal = await readHandoff();
    if ('failed' in temporal) throw new Error(temporal.failed);
    env = environment(desk.folder, { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace });
  });
  afterAll(() => desk.close());

  const ROWS = 240;
  const OPEN = manyRows(ROWS).filter((row) => !row.includes('Hoàn thành')).length;

  test('wrong rows refuse the whole file in a line, and the preview lists them; nothing is written', async () => {
    const path = await desk.file('sai.csv', [HEAD, ...manyRows(3), '1/TB;x;Việc;Sở Y tế;y;;;;'].join('\n'));
    const refused = await dondoc(['import', path], env);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/sai\.csv: dòng 5, cột “Ngày ban hành”: “x” không phải là ngày.*--skip-errors/),
    ]);
    const preview = await dondoc(['import', path, '--preview'], env);
    expect(preview.code).toBe(1);
    expect(preview.stdout).toMatch(/Lỗi, phải sửa trước khi nhập: 1\n {2}dòng 5, cột “Ngày ban hành”/);
    expect(await desk.register.directives.list()).toEqual([]);
  });

  test('killed while it enters and starts, the same command goes on: each task once, each with its workflow', async () => {
    const path = await desk.file('nhieu.csv', [HEAD, ...manyRows(ROWS)].join('\n'));
    const program = fileURLToPath(new URL('../../bin/dondoc.js', import.meta.url));
    for (const word of ['Ghi vào sổ', 'Bắt đầu theo dõi: ']) {
      const child = spawn(process.execPath, [program, 'import', path], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(word)) child.kill('SIGKILL');
      });
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
    }
    const cut = await desk.register.directives.list();
    const waiting = cut.filter((d) => d.issueState === 'drafted').length;
    expect(cut.length).toBeGreaterThan(0);
    expect(waiting).toBeGreaterThan(0);

    const done = await dondoc(['import', path, '--format', 'json'], env);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ errors: [], known: cut.length, entered: ROWS - cut.length });
    const all = await desk.register.directives.list();
    expect([all.length, new Set(all.map((d) => d.id)).size]).toEqual([ROWS, ROWS]);
    expect(all.every((d) => d.issueState === 'started')).toBe(true);
    const open = all.filter((d) => d.closedAt === null);
    expect(open).toHaveLength(OPEN);
    for (const { workflowId } of open.slice(0, 20)) {
      expect((await shared.client.workflow.getHandle(workflowId).describe()).status.name).toBe('RUNNING');
    }
    const again = await dondoc(['import', path], env);
    expect([again.code, again.stdout.split('\n')[0]]).toEqual([
      0,
      `Đã nhập 0 nhiệm vụ, đang theo dõi tiếp 0; ${ROWS} dòng đã có, không nhập lại.`,
    ]);
  });
});
