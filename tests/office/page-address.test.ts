import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { namesItsPage } from '../../office/names-its-page.ts';
import { directiveIdOfItem, officePage, runPage } from '../../office/page-address.ts';
import { DIRECTIVE_WORKFLOW } from '../../workflows/contract.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

/* The office's page of a directive and Temporal's page of its run lead to each other. */

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(() => temporal.close());

async function detailsOf(pages: string | undefined): Promise<string | undefined> {
  const { connection, options } = temporal.client;
  const client = new Client({
    connection,
    namespace: options.namespace,
    interceptors: { workflow: [namesItsPage(pages)] },
  });
  const run = await client.workflow.start(DIRECTIVE_WORKFLOW, {
    workflowId: randomUUID(),
    taskQueue: 'nobody',
    args: [{ directive: { id: '3f2a90b1c4d5/II.3' } }],
  });
  const details = await (await run.describe()).staticDetails();
  await run.terminate('seen');
  return details;
}

test('a run names the page of its directive, where the pages can be opened', async () => {
  const details = await detailsOf('https://dondoc.anphu.example/so');
  const [, url = ''] = /^\[.+\]\((.+)\)$/.exec(details ?? '') ?? [];
  expect(url).toBe(officePage('https://dondoc.anphu.example/so', '3f2a90b1c4d5/II.3'));
  expect(directiveIdOfItem(url.split('/').at(-1) ?? '')).toBe('3f2a90b1c4d5/II.3');
  expect(await detailsOf(undefined)).toBeUndefined();
});

test('the page of a run is named as Temporal’s own pages have it', () => {
  expect(runPage('http://127.0.0.1:8233', 'default', 'directive/3f2a/II.3')).toBe(
    'http://127.0.0.1:8233/namespaces/default/workflows/directive%2F3f2a%2FII.3',
  );
});
