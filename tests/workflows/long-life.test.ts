import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { shippedRules } from '../../policies/index.ts';
import { historyCost } from '../../rehearsal/history-cost.ts';
import { prepareRuns } from '../../rehearsal/task-runs.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

const ACTS = 500;
const LIMIT_BYTES = 1_000_000;

const shared = useSandbox();

/** Every run of a chain, the first one first. */
async function runsOf(workflowId: string): Promise<{ events: number; bytes: number }[]> {
  const runs: { events: number; bytes: number }[] = [];
  let runId: string | undefined;
  for (;;) {
    const history = await shared.client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(historyCost(history));
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runId = before;
  }
}

describe('a directive that is acted on for years', () => {
  test(`${ACTS} acts: each run stays under 1 MB, and nothing is lost between runs`, async () => {
    const notice = sketchNotice('500/TB', '2025-02-24', [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2025-12-31' }]);
    const options = { rules: shippedRules, issuedAt: instantAt('2025-02-24', 8 * 60) };
    const [run] = await prepareRuns(shared.sandbox, [notice], options);
    if (!run) throw new Error('nothing to run');
    await run.runner.start();
    const { id, workflowId } = run.runner.directive;
    for (let i = 1; i <= ACTS; i++) {
      const by = { party: 'lead' } as const;
      await actOn(
        shared.sandbox,
        id,
        { type: 'report-progress', by, text: `Báo cáo lần ${i}`, percent: i % 100 },
        `bc-${i}`,
      );
    }
    const view = await shared.sandbox.register.directives.show(id);
    const said = view?.events.flatMap((e) => (e.act?.act.type === 'report-progress' ? [e.act.act.text] : []));
    expect(said).toEqual(Array.from({ length: ACTS }, (_, i) => `Báo cáo lần ${i + 1}`));
    expect(view?.events.map((e) => e.seq)).toEqual(view?.events.map((_, i) => i));

    const runs = await runsOf(workflowId);
    process.stderr.write(`  ${ACTS} acts: ${runs.map((r) => `${r.events} events, ${r.bytes} bytes`).join('; ')}\n`);
    expect(runs.length).toBeGreaterThan(1);
    for (const run of runs) expect(run.bytes).toBeLessThan(LIMIT_BYTES);
  });
});
