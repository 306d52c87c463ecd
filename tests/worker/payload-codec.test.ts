import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { type DataConverter, defaultPayloadConverter, type Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import fc from 'fast-check';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { actOn } from '../../office/act.ts';
import { sealsActs } from '../../office/act-seal.ts';
import { issueNotice } from '../../office/issue.ts';
import { openKeyRing, rotateKeys } from '../../office/links/index.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { codecServer } from '../../service/operators/codec-server.ts';
import { serveOperators } from '../../service/operators/server.ts';
import { readConfig } from '../../settings/read-config.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { startDirectiveWorker } from '../../worker/directive-worker.ts';
import { payloadCodec, payloadCodecs } from '../../worker/payload-codec.ts';
import { freePort, type RunningServer, startDevServer } from '../../worker/temporal-server/dev-server.ts';
import { findCli } from '../../worker/temporal-server/find-cli.ts';
import { silentProgress } from '../../worker/temporal-server/progress.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract.ts';
import { sketchNotice } from '../support/notice.ts';
import { testSeal } from '../support/seal.ts';

/* What Temporal keeps of a run, encrypted: read by whoever has the key, and by nobody else. */

let folder: string;
/** Of its own: whoever lists what runs beside it could not read what stands here. */
let server: RunningServer;
const keyFile = () => join(folder, 'payload-keys.json');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-codec-'));
  const config = readConfig();
  const { path: cli } = await findCli(config, silentProgress);
  server = await startDevServer({
    ...{ cli, env: config.childEnv, namespace: 'default', searchAttributes: SEARCH_ATTRIBUTES },
    ...{ dbFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') },
    ...{ port: await freePort(), uiPort: undefined, virtualTime: false },
  });
});
afterAll(async () => {
  const gone = once(server.child, 'exit');
  server.child.ref();
  server.child.kill('SIGKILL');
  await gone;
  await rm(folder, { recursive: true, force: true });
});

const plain = (value: unknown) => defaultPayloadConverter.toPayload(value) as Payload;
const bytes = (payloads: readonly Payload[]) =>
  payloads.map((p) => Buffer.from(proto.temporal.api.common.v1.Payload.encode(p as never).finish()).toString('hex'));

test('what was encrypted is what is read, whatever it was; what was not stays as it is; a rotated key still reads', async () => {
  const file = join(folder, 'law.json');
  const before = payloadCodec(await openKeyRing(file), true);
  const after = payloadCodec(await rotateKeys(file), true);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), async (values) => {
      const payloads = values.map(plain);
      const sent = await before.encode(payloads);
      expect(bytes(await after.decode(sent))).toEqual(bytes(payloads));
      expect(bytes(await after.decode(payloads))).toEqual(bytes(payloads));
      for (const one of sent) expect(Buffer.from(one.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    }),
  );
});

test('a changed byte, and a key that is not there, are said', async () => {
  const codec = payloadCodec(await openKeyRing(join(folder, 'one.json')), true);
  const other = payloadCodec(await openKeyRing(join(folder, 'other.json')), true);
  const [sent] = await codec.encode([plain('bí mật')]);
  if (!sent?.data) throw new Error('nothing was encrypted');
  await expect(other.decode([sent])).rejects.toThrow(/payload-keys\.json; khôi phục/);
  for (const at of [0, 13, sent.data.length - 1]) {
    const data = Buffer.from(sent.data);
    data[at] = (data[at] ?? 0) ^ 1;
    await expect(codec.decode([{ ...sent, data }])).rejects.toThrow(/đã bị thay đổi/);
  }
  await writeFile(join(folder, 'broken.json'), '{}');
  await expect(payloadCodecs({ encrypt: true, keyFile: join(folder, 'broken.json') })).rejects.toThrow(/Không xóa/);
  expect(await payloadCodecs({ encrypt: false, keyFile: join(folder, 'none.json') })).toEqual([]);
});

test('a directive lives encrypted, over a rotation and after it is turned off; nothing of it stands in its history', async () => {
  const register = await openRegister({ file: join(folder, 'r.db'), compose: composeMessage, mailDomain: 'a.example' });
  const connection = await Connection.connect({ address: server.address });
  const taskQueue = `codec-${randomUUID()}`;
  const read = sketchNotice('1/TB', '2025-02-24', [{ id: 'I.1', lead: 'Sở Nội vụ', due: '2035-03-30' }]);
  await register.directory.import(standInDirectory([read]));
  const issuedAt = instantAt('2025-02-24', 8 * 60);
  const by = { party: 'lead', agency: 'so-noi-vu' } as const;

  const under = async (encrypt: boolean, work: (client: Client, dataConverter: DataConverter) => Promise<void>) => {
    const dataConverter = { payloadCodecs: await payloadCodecs({ encrypt, keyFile: keyFile() }) };
    const namespace = 'default';
    const interceptors = { workflow: [sealsActs(testSeal)] };
    const worker = await startDirectiveWorker({
      ...{ connection: { address: server.address }, namespace, register, seal: testSeal, taskQueue, dataConverter },
      onPlanned: () => {},
    });
    await work(new Client({ connection, namespace, dataConverter, interceptors }), dataConverter);
    await worker.stop();
  };

  let id = '';
  await under(true, async (client) => {
    const office = { register, client, calendar: civilServants, taskQueue, issuedAt, rules: shippedRules };
    const { directives } = await issueNotice(read, { ...office, clockOffsetMs: issuedAt - Date.now() });
    id = directives[0]?.id ?? '';
    while ((await register.directives.find(id))?.status !== 'assigned') await client.workflow.count();
    await actOn({ client, register }, id, { type: 'acknowledge', by }, 'nhan');
  });
  expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
  await rotateKeys(keyFile());
  await under(true, async (client) => {
    await actOn({ client, register }, id, { type: 'report-progress', by, text: 'Đang làm dở', percent: 40 }, 'tien-do');
  });
  await under(false, async (client) => {
    await actOn({ client, register }, id, { type: 'note', by, text: 'Ghi chú rõ' }, 'ghi-chu');
  });

  const directive = await register.directives.find(id);
  const history = await new Client({ connection }).workflow.getHandle(directive?.workflowId ?? '').fetchHistory();
  const kept = JSON.stringify(history, (key, value) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value,
  );
  expect(kept).not.toContain('Đang làm dở');
  // From then on it stands there again.
  expect(kept).toContain('Ghi chú rõ');
  const log = (await register.directives.logs([id])).get(id) ?? [];
  expect(log.map(({ act }) => act?.id ?? null)).toEqual([null, 'nhan', 'tien-do', 'ghi-chu']);
  await connection.close();
  await register.close();
});

test('the page of Temporal, and no other, is told what stands there', async () => {
  const codec = payloadCodec(await openKeyRing(join(folder, 'page.json')), true);
  const page = 'http://127.0.0.1:8233';
  const served = await serveOperators({ host: '127.0.0.1', port: 0 }, {}, codecServer(codec, page));
  const [payload] = await codec.encode([plain('Sở Nội vụ')]);
  const { Payloads } = proto.temporal.api.common.v1;
  const body = JSON.stringify(Payloads.toObject(Payloads.fromObject({ payloads: [payload] }), { bytes: String }));
  const ask = (origin: string, given = body, method = 'POST') =>
    fetch(`${served.url}/codec/decode`, {
      method,
      headers: { origin, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: given } : {}),
    });
  const answer = await ask(page);
  expect(answer.headers.get('access-control-allow-origin')).toBe(page);
  const { payloads } = (await answer.json()) as { payloads: { data: string }[] };
  expect(Buffer.from(payloads[0]?.data ?? '', 'base64').toString()).toBe('"Sở Nội vụ"');
  expect((await ask(page, '', 'OPTIONS')).status).toBe(204);
  for (const [origin, given, status] of [
    ['https://khac.example', body, 403],
    ['null', body, 403],
    [page, '{', 400],
    [page, '{"payloads":[{"metadata":{"encoding":"YmluYXJ5L2VuY3J5cHRlZA=="},"data":"AA=="}]}', 400],
  ] as const)
    expect({ origin, status: (await ask(origin, given)).status }).toEqual({ origin, status });
  expect((await fetch(`${served.url}/codec/decode`, { method: 'POST', body })).status).toBe(403);
  await served.close();
});
