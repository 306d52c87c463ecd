import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dondocClosed, environment } from '../support/dondoc.ts';

test('who reads only the first lines leaves no fault behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-pipe-'));
  const child = dondocClosed(['--help'], environment(folder));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
  await rm(folder, { recursive: true, force: true });
}, 30_000);
