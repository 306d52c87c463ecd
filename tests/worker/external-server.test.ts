import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../worker/temporal-server/dev-server.ts';
import { openTemporal } from '../../worker/temporal-server/index.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';
import { localConfig, newFolder } from './folders.ts';

let shared: TestTemporal;
beforeAll(async () => {
  shared = await openTestTemporal();
});
afterAll(() => shared.close());

describe('TEMPORAL_ADDRESS', () => {
  test('a server that answers is used and never stopped', async () => {
    const config = localConfig({ address: shared.address });
    const temporal = await openTemporal({ config, dataFolder: await newFolder() });
    expect(temporal).toMatchObject({ address: shared.address, owned: false });
    await temporal.stop();
    await shared.client.connection.workflowService.getSystemInfo({});
  });

  test('one that does not answer is named with what to do', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const opening = openTemporal({ config: localConfig({ address }), dataFolder: await newFolder() });
    await expect(opening).rejects.toThrow(new RegExp(`^TEMPORAL_ADDRESS=${address}: .*bỏ biến này`));
  });

  test('a namespace it does not have is named with the command that makes it', async () => {
    const config = localConfig({ address: shared.address, namespace: 'nobodys' });
    const opening = openTemporal({ config, dataFolder: await newFolder() });
    await expect(opening).rejects.toThrow(/không có không gian "nobodys".*namespace create --namespace nobodys/);
  });

  test('virtual time never goes there: it has a server of its own', async () => {
    const config = localConfig({ address: shared.address });
    const temporal = await openTemporal({ config, dataFolder: await newFolder(), virtualTime: true });
    expect(temporal.address).not.toBe(shared.address);
    expect(temporal.owned).toBe(true);
    await temporal.stop();
    expect((await temporal.exited).signal).toBe('SIGKILL');
  });
});
