import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { CURRENT_INTERPRETER } from '../../dsl/rules/version.ts';
import { quietRuntime } from '../../worker/quiet-runtime.ts';
import { loadWorkflowBundle } from '../../worker/workflow-bundle.ts';

/*
 * Directives run for years: today's code must take each recorded life to the same commands. Where a change is meant to
 * behave otherwise, it is a new interpreter version (dsl/rules/version.ts), and the old histories stay.
 */
const folder = fileURLToPath(new URL('../histories', import.meta.url));
const { History } = proto.temporal.api.history.v1;

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'));

function historyIn(file: string) {
  const plain: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  if (typeof plain !== 'object' || plain === null) throw new Error(`${file}: no history`);
  return History.fromObject(plain);
}

/** The life of a directive that was closed, begun from the terms of one nobody acknowledged by then. */
function swapped() {
  const history = historyIn('v1/II.5.json');
  const other = historyIn('v1/II.3.b.json').events[0]?.workflowExecutionStartedEventAttributes;
  const started = history.events[0]?.workflowExecutionStartedEventAttributes;
  if (!started || !other) throw new Error('a history without its start');
  started.input = other.input ?? null;
  return history;
}

describe('recorded histories', () => {
  test('every interpreter version has some', () => {
    const versions = new Set(files.map((f) => f.split('/')[0]));
    for (let v = 1; v <= CURRENT_INTERPRETER; v++) expect(versions).toContain(`v${v}`);
  });

  test('each replays; what the rules decide otherwise does not', async () => {
    quietRuntime();
    const histories = files.map((file) => ({ workflowId: file, history: historyIn(file) }));
    for (const { history } of histories) expect(history.events.length).toBeGreaterThan(10);
    const all = [...histories, { workflowId: 'swapped', history: swapped() }];
    const faults: string[] = [];
    let replayed = 0;
    // One worker for all of them: each would load the workflows anew.
    const results = Worker.runReplayHistories({ workflowBundle: await loadWorkflowBundle() }, all);
    for await (const { workflowId, error } of results) {
      replayed++;
      if (error) faults.push(`${workflowId}: ${error.message}`);
    }
    expect(replayed).toBe(all.length);
    expect(faults).toEqual([expect.stringMatching(/^swapped: .*nondeterminism/i)]);
  });
});
