import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { built } from '../support/load.mjs';

const [mailServer, zaloServer, zaloParts] = await Promise.all([
  built('rehearsal/stand-ins/mail-server.js'),
  built('rehearsal/stand-ins/zalo-server.js'),
  built('delivery/zalo/index.js'),
]);

const TEMPLATE = '100001';
const NO_LIMIT = 1_000_000;

/** All that a round can harm, on loopback: worker, Temporal, mail server, Zalo account, the register's disk. */
export async function openSystem({ folder, file, temporal, taskQueue, nowAt }) {
  const inbox = join(folder, 'Maildir');
  await mkdir(join(inbox, 'new'), { recursive: true });
  const seconds = [];
  let mail = await mailServer.startMailServer();
  const mails = [];
  const { DEFAULT_PARAMETERS, FileTokenStore } = zaloParts;
  const types = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));
  const zalo = await zaloServer.startZaloServer({
    templates: { [TEMPLATE]: types },
    dailyQuota: NO_LIMIT,
    callsAMinute: NO_LIMIT,
  });
  const tokens = join(folder, 'tokens.json');
  const far = Date.now() + 9 * 86_400_000;
  await new FileTokenStore(tokens).save({ ...zalo.grant.current, accessExpiresAt: far, refreshExpiresAt: far });
  let worker;
  let ahead = 0;

  const spawned = (maxPages) => {
    const given = {
      folder,
      inbox,
      file,
      maxPages,
      taskQueue,
      address: temporal.address,
      namespace: temporal.namespace,
      nowAt,
      clockAt: Date.now(),
      mailUrl: mail.url,
      zalo: { url: zalo.url, tokens, template: TEMPLATE, app: { appId: zalo.appId, secretKey: zalo.secretKey } },
    };
    const program = fileURLToPath(new URL('worker.mjs', import.meta.url));
    return spawn(process.execPath, ['--no-warnings', program, JSON.stringify(given)], {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
  };
  const startWorker = async (maxPages) => {
    worker = spawned(maxPages);
    await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  };
  const killWorker = async () => {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  };
  const restartWorker = async (maxPages) => {
    await killWorker();
    await startWorker(maxPages);
  };

  return {
    inbox,
    /** What became of each second service on the folder: 3 where it was refused. */
    seconds,
    async trySecond() {
      const second = spawned();
      const gone = once(second, 'exit');
      await Promise.race([once(second.stdout, 'data'), gone]);
      if (second.exitCode === null) second.kill('SIGKILL');
      await gone;
      // A service that is itself dying (its disk is full) may be followed by another.
      if (worker.exitCode === null) seconds.push(second.exitCode);
    },
    mail: () => mail,
    zalo,
    restartWorker: () => restartWorker(),
    /** Room for a page or two more; mended when the worker is next started. */
    async fillDisk() {
      await restartWorker(Math.ceil((await stat(file)).size / 4096) + 2);
      await delay(700);
      await restartWorker();
    },
    async restartTemporal() {
      await temporal.kill();
      await temporal.start();
    },
    async restartMail() {
      mails.push(...mail.mails);
      const { port } = mail;
      await mail.stop();
      await delay(300);
      mail = await mailServer.startMailServer({ port });
    },
    async restartZalo() {
      await zalo.stop();
      await delay(300);
      await zalo.resume();
    },
    startWorker,
    /** What was put off for minutes comes due in seconds. */
    goAhead() {
      ahead += 2 * 60_000;
      if (worker.connected) worker.send(ahead);
    },
    /** Message-IDs and tracking ids of all that arrived, each as often as it did. */
    received: () => [
      ...[...mails, ...mail.mails].map((m) => m.headers.get('message-id')?.[0] ?? ''),
      ...zalo.messages.map((m) => m.trackingId ?? ''),
    ],
    async close() {
      await killWorker();
      await Promise.all([mail.stop(), zalo.stop()]);
    },
  };
}
