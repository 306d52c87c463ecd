import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { closingRetries } from '../../worker/temporal-server/closing-retries.ts';
import { freePort } from '../../worker/temporal-server/dev-server.ts';

test('a call that is to be tried again when its connection is closed fails, and throws nowhere else', async () => {
  const retries = closingRetries();
  const { interceptors } = retries;
  const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, interceptors });
  const call = connection.workflowService.getSystemInfo({}).catch((error: unknown) => error);
  while (!retries.isPutOff()) await turn();
  await retries.end();
  await connection.close();
  expect(await call).toBeInstanceOf(Error);
});
