import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../../dsl/time/day.ts';
import type { Audited } from '../../../office/audit/index.ts';
import { shippedRules } from '../../../policies/index.ts';
import type { DirectiveView } from '../../../register/index.ts';
import { standInDirectory } from '../../../rehearsal/stand-in-directory.ts';
import { prepareRuns, type TaskRun } from '../../../rehearsal/task-runs.ts';
import { lead as byLead, on } from '../../support/acts.ts';
import { sketchNotice } from '../../support/notice.ts';
import { useSandbox } from '../../support/sandbox.ts';
import { auditSandbox, findingsOf, sql } from './support.ts';

/* Each kind of fault, made on purpose in the real register or on the real Temporal, is found, and nothing else is. */

const NAMES = ['lanh', 'buoc', 'dut', 'sua', 'dong', 'mot', 'la', 'cho', 'chua-ro', 'mat', 'dung', 'hen'] as const;
type Name = (typeof NAMES)[number];

const notice = sketchNotice(
  '7/TB-KT',
  '2025-02-24',
  NAMES.map((id) => ({ id, lead: 'Sở Nội vụ', due: '2025-03-31' })),
);
const shared = useSandbox(standInDirectory([notice]));
const issuedAt = instantAt('2025-02-24', 8 * 60);
const now = instantAt('2025-03-17', 12 * 60);
let runs: Map<string, TaskRun>;
let audited: Audited;

const run = (name: Name): TaskRun => {
  const found = runs.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const idOf = (name: Name) => run(name).task.id;
async function viewOf(name: Name): Promise<DirectiveView> {
  const view = await shared.sandbox.register.directives.show(idOf(name));
  if (!view) throw new Error(`no ${name}`);
  return view;
}
const found = (name: Name) => findingsOf(audited, idOf(name));

beforeAll(async () => {
  const { sandbox, client } = shared;
  const prepared = await prepareRuns(sandbox, [notice], { rules: shippedRules, issuedAt });
  runs = new Map(prepared.map((p) => [p.task.draft.id, p]));
  const acknowledged = on('2025-02-25', { type: 'acknowledge', by: byLead });
  await Promise.all(
    prepared.map(async ({ runner, task }) => {
      const name = task.draft.id;
      if (name === 'mat') return;
      await runner.start();
      await runner.act(acknowledged, `nhan-${name}`);
      // Its clock stays behind: the reminder of the middle of March does not come.
      if (name !== 'buoc') await runner.goTo(now);
      await sandbox.clock.idle(runner.directive.workflowId);
    }),
  );
  const before = await auditSandbox(sandbox, now);
  expect(new Set(before.findings.map((f) => f.directiveId))).toEqual(new Set([idOf('buoc'), idOf('mat')]));

  sql(sandbox, 'delete from events where directive_id = ? and seq = 1', idOf('dut'));
  sql(sandbox, "update events set posts = '[]' where directive_id = ? and seq = 0", idOf('sua'));
  sql(sandbox, 'delete from messages where directive_id = ? and seq = 0', idOf('sua'));
  sql(sandbox, "delete from messages where directive_id = ? and post_key = 'assign'", idOf('dong'));
  const [one] = (await viewOf('mot')).messages;
  sql(sandbox, 'delete from messages where id = ?', one?.id);
  const [any] = (await viewOf('la')).messages;
  sql(sandbox, "update messages set post_key = 'khong-co/w' where id = ?", any?.id);
  const [late] = (await viewOf('cho')).messages;
  sql(sandbox, "update messages set outcome = 'planned', settled_at = null where id = ?", late?.id);
  const [doubt] = (await viewOf('chua-ro')).messages;
  sql(sandbox, "update messages set outcome = 'unknown', reason = 'đứt kết nối' where id = ?", doubt?.id);
  await client.workflow.getHandle(run('dung').runner.directive.workflowId).terminate('thử');
  sql(
    sandbox,
    `insert into events (directive_id, seq, at, act_id, act_type, act, posts, status, due, next_wake, recorded_at)
     select directive_id, seq + 1, at + 60000, 'la', 'adjust', '{"type":"adjust","by":{"party":"secretariat"},"quietUntil":"2025-04-15"}', '[]',
       status, due, next_wake, recorded_at
     from events where directive_id = ? order by seq desc limit 1`,
    idOf('hen'),
  );
  audited = await auditSandbox(sandbox, now);
});

describe('each fault is found', () => {
  const EXPECTED: readonly [Name, string, string[]][] = [
    ['lanh', 'nothing', []],
    ['buoc', 'a step whose time has come and which nobody took', ['step-not-taken']],
    ['mat', 'a directive without a workflow', ['step-not-taken', 'workflow-missing']],
    ['dut', 'an event gone from the log', ['log-broken']],
    ['sua', 'an event whose steps were rubbed out with their messages', ['log-broken', 'row-missing']],
    ['dong', 'all messages of a step gone', ['row-missing']],
    ['mot', 'one message of several gone', ['row-missing']],
    ['la', 'a message no step asked for', ['row-without-step']],
    ['cho', 'a message that should have left', ['row-waiting']],
    ['chua-ro', 'a message nobody knows the fate of', ['outcome-unknown']],
    ['dung', 'a terminated workflow', ['workflow-failed']],
    ['hen', 'a workflow that will wake at another time than the log says', ['wake-differs']],
  ];
  test.each(EXPECTED)('%s: %s', (name, _what, kinds) => {
    expect([...new Set(found(name))].filter((kind) => name !== 'la' || kind !== 'row-missing')).toEqual(kinds);
  });

  test('each says since when and what', () => {
    for (const { since, detail } of audited.findings) {
      expect(since).toBeGreaterThanOrEqual(issuedAt);
      expect(detail).not.toBe('');
    }
    const step = audited.findings.find((f) => f.directiveId === idOf('buoc'));
    expect(step?.detail).toMatch(/lẽ ra từ \d\d:\d\d 1\d\/03\/2025/);
  });
});

describe('incidents', () => {
  test('open once, last while they are found, are resolved when they are not, and open again', async () => {
    const { register } = shared.sandbox;
    const first = await register.audit.record(audited.findings);
    expect(first.opened).toHaveLength(audited.findings.length);
    expect(await register.audit.record(audited.findings)).toEqual({ opened: [], resolved: [] });

    const [doubt] = (await viewOf('chua-ro')).messages.filter((m) => m.outcome === 'unknown');
    await register.ledger.settle(doubt?.id ?? '', { outcome: 'accepted' });
    const mended = await auditSandbox(shared.sandbox, now);
    expect(findingsOf(mended, idOf('chua-ro'))).toEqual([]);
    const { opened, resolved } = await register.audit.record(mended.findings);
    expect([opened.length, resolved.map((i) => i.kind)]).toEqual([0, ['outcome-unknown']]);
    expect((await register.audit.incidents()).some((i) => i.kind === 'outcome-unknown')).toBe(false);
    expect((await register.audit.incidents({ resolved: true })).some((i) => i.kind === 'outcome-unknown')).toBe(true);

    expect((await register.audit.record(audited.findings)).opened.map((i) => i.kind)).toEqual(['outcome-unknown']);
  });

  test('only the scheduled audit moves the heartbeat', async () => {
    const { register } = shared.sandbox;
    expect(await register.audit.last()).toBeUndefined();
    await register.audit.record([], { at: now, directives: NAMES.length });
    await register.audit.record(audited.findings);
    expect(await register.audit.last()).toEqual({ at: now, directives: NAMES.length });
  });
});

afterAll(async () => {
  // What was left running would sleep for weeks of real time on the shared server.
  for (const { runner } of runs.values()) {
    await shared.client.workflow
      .getHandle(runner.directive.workflowId)
      .terminate()
      .catch(() => {});
  }
});
