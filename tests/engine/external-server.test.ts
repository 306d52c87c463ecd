import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../worker/engine/dev-server.ts';
import { openEngine } from '../../worker/engine/index.ts';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { localConfig, newFolder } from './folders.ts';

let shared: TestEngine;
beforeAll(async () => {
  shared = await openTestEngine();
});
afterAll(() => shared.close());

describe('TEMPORAL_ADDRESS', () => {
  test('a server that answers is used and never stopped', async () => {
    const config = localConfig({ address: shared.address });
    const engine = await openEngine({ config, dataFolder: await newFolder() });
    expect(engine).toMatchObject({ address: shared.address, owned: false });
    await engine.stop();
    await shared.client.connection.workflowService.getSystemInfo({});
  });

  test('one that does not answer is named with what to do', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const opening = openEngine({ config: localConfig({ address }), dataFolder: await newFolder() });
    await expect(opening).rejects.toThrow(new RegExp(`^TEMPORAL_ADDRESS=${address}: .*bỏ biến này`));
  }, 20_000);

  test('a namespace it does not have is named with the command that makes it', async () => {
    const config = localConfig({ address: shared.address, namespace: 'nobodys' });
    const opening = openEngine({ config, dataFolder: await newFolder() });
    await expect(opening).rejects.toThrow(/không có không gian "nobodys".*namespace create --namespace nobodys/);
  });

  test('virtual time never goes there: it has a server of its own', async () => {
    const config = localConfig({ address: shared.address });
    const engine = await openEngine({ config, dataFolder: await newFolder(), virtualTime: true });
    expect(engine.address).not.toBe(shared.address);
    expect(engine.owned).toBe(true);
    await engine.stop();
    expect((await engine.exited).signal).toBe('SIGKILL');
  }, 30_000);
});
