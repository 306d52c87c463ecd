import { expect, test } from '@jest/globals';
import type { ExitInfo } from '../../worker/temporal-server/handle.ts';
import { keepServer, type TemporalServer } from '../../worker/temporal-server/index.ts';
import { MOST_RESTARTS } from '../../worker/temporal-server/kept-server.ts';

const KILLED: ExitInfo = { code: null, signal: 'SIGKILL', tail: [] };

/** A server that can be made to die; nothing of it runs. */
function mortal() {
  let die = (_: ExitInfo) => {};
  const exited = new Promise<ExitInfo>((resolve) => {
    die = resolve;
  });
  const address = '127.0.0.1:7233';
  const server: TemporalServer = {
    ...{ address, namespace: 'default', dataConverter: {}, connection: { address }, owned: true, exited },
    stop: async () => die(KILLED),
  };
  return { server, die: () => die(KILLED) };
}

test('one that dies again before it serves is one more of the times, and is started once more', async () => {
  const [first, second] = [mortal(), mortal()];
  const opens = [async () => first.server, () => Promise.reject(new Error('chưa phục vụ')), async () => second.server];
  const said: string[] = [];
  const serving = new Promise<void>((resolve) => {
    void keepServer({
      open: () => opens.shift()?.() ?? Promise.reject(new Error('too often')),
      onRestart: (why, times) => said.push(`${times}: ${why}`),
      onServing: resolve,
    });
  });
  first.die();
  await serving;
  expect(said).toEqual(['1: tiến trình bị dừng bằng SIGKILL', '2: chưa phục vụ']);
});

test('one that cannot be started ends it, with the reason of the last try', async () => {
  const first = mortal();
  const opens = [async () => first.server];
  const said: string[] = [];
  const kept = await keepServer({
    open: () => opens.shift()?.() ?? Promise.reject(new Error('cổng đã có chương trình khác dùng')),
    onRestart: (why) => said.push(why),
    onServing: () => said.push('serving'),
  });
  first.die();
  expect((await kept.exited).tail).toEqual(['cổng đã có chương trình khác dùng']);
  expect(said).toHaveLength(MOST_RESTARTS);
});
