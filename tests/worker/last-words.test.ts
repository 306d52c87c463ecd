import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tailOf } from '../../worker/temporal-server/dev-server.ts';
import { lastWords } from '../../worker/temporal-server/index.ts';
import { isPortTaken } from '../../worker/temporal-server/start-failure.ts';

const BANNER = [
  'Temporal Server:      127.0.0.1:7233',
  'Temporal Persistence: data/temporal.db',
  'Temporal Metrics:     http://127.0.0.1:40479/metrics',
];
const FULL = 'time=2026-11-30T03:24:55.834 level=ERROR msg="persistent store operation failure" error="disk is full"';

test('why a server is gone is its last error, not what it says of itself', () => {
  const gone = { code: 1, signal: null };
  expect(lastWords({ ...gone, tail: [FULL, ...BANNER, ''] })).toBe(FULL);
  expect(lastWords({ ...gone, tail: [...BANNER, 'Error: failed starting server', ''] })).toBe(
    'Error: failed starting server',
  );
  expect(lastWords({ ...gone, tail: BANNER })).toBe('mã thoát 1, không để lại lời nào');
  expect(lastWords({ code: null, signal: 'SIGKILL', tail: [FULL] })).toBe('tiến trình bị dừng bằng SIGKILL');
  expect(lastWords({ code: null, signal: null, tail: [] })).toBe('không rõ lý do');
});

test('a panic above a long trace is what it said, not the trace', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-words-'));
  const log = join(folder, 'temporal.log');
  const trace = Array.from({ length: 400 }, (_, n) => `goroutine ${n} [running]:\n\t/cmd/temporal/main.go:${n} +0x8e`);
  await writeFile(log, ['panic: listen tcp 127.0.0.1:7233: bind: address already in use', ...trace, ''].join('\n'));
  const tail = await tailOf(log);
  expect(lastWords({ code: 1, signal: null, tail })).toBe(
    'panic: listen tcp 127.0.0.1:7233: bind: address already in use',
  );
  expect(isPortTaken(tail)).toBe(true);
  await rm(folder, { recursive: true });
});
