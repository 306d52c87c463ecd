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
export async function openSystem({ folder, office, temporal, random, taskQueue, nowAt }) {
  let place = { office, temporal };
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
  const workers = [];
  /** Each service has a folder of its own, and all of them the office's keys. */
  const folders = [folder, ...Array.from({ length: (temporal.services ?? 1) - 1 }, (_, i) => join(folder, `${i + 2}`))];
  await Promise.all(folders.map((one) => mkdir(one, { recursive: true })));
  const clockAt = Date.now();
  let ahead = 0;
  const now = () => nowAt + ahead + (Date.now() - clockAt);

  const spawned = (at, maxPages) => {
    const given = {
      folder: folders[at],
      keys: join(folder, 'link-keys.json'),
      inbox,
      file: place.office.file,
      url: place.office.url,
      maxPages,
      taskQueue,
      address: place.temporal.address,
      namespace: place.temporal.namespace,
      nowAt,
      ahead,
      clockAt,
      mailUrl: mail.url,
      zalo: { url: zalo.url, tokens, template: TEMPLATE, app: { appId: zalo.appId, secretKey: zalo.secretKey } },
    };
    const program = fileURLToPath(new URL('worker.mjs', import.meta.url));
    return spawn(process.execPath, ['--no-warnings', program, JSON.stringify(given)], {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
  };
  const startWorker = async (at, maxPages) => {
    const worker = spawned(at, maxPages);
    workers[at] = worker;
    await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  };
  const killWorker = async (at) => {
    const worker = workers[at];
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  };
  const stopWorker = async (worker) => {
    const gone = once(worker, 'exit');
    worker.kill('SIGTERM');
    await gone;
  };
  const restartWorker = async (at, maxPages) => {
    await killWorker(at);
    await startWorker(at, maxPages);
  };

  return {
    inbox,
    /** What became of each second service on the folder: 3 where it was refused. */
    seconds,
    async trySecond() {
      const second = spawned(0);
      const gone = once(second, 'exit');
      await Promise.race([once(second.stdout, 'data'), gone]);
      if (second.exitCode === null) second.kill('SIGKILL');
      await gone;
      // A service that is itself dying (its disk is full) may be followed by another.
      if (workers[0].exitCode === null) seconds.push(second.exitCode);
    },
    mail: () => mail,
    zalo,
    restartWorker: (at = 0) => restartWorker(at),
    replaceTemporal: (at) => temporal.replace(at),
    killBackend: () => temporal.killBackend(random),
    replaceDatabase: () => temporal.replaceDatabase(),
    /** Room for a page or two more; mended when the worker is next started. */
    async fillDisk() {
      await restartWorker(0, Math.ceil((await stat(place.office.file)).size / 4096) + 2);
      await delay(700);
      await restartWorker(0);
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
    /** As `systemctl stop` does: what is in hand is finished. */
    stopWorkers: () => Promise.all(workers.map(stopWorker)),
    /** Where the workers that are started from now on work. */
    moveTo(next) {
      place = next;
    },
    startWorkers: () => Promise.all(folders.map((_, at) => startWorker(at))),
    /** The drill's clock, which all services share. */
    now,
    /** What is put off until then comes due. */
    goTo(instant) {
      ahead += Math.max(0, instant - now());
      for (const worker of workers) if (worker.connected) worker.send(ahead);
    },
    /** Message-IDs and tracking ids of all that arrived, each as often as it did. */
    received: () => [
      ...[...mails, ...mail.mails].map((m) => m.headers.get('message-id')?.[0] ?? ''),
      ...zalo.messages.map((m) => m.trackingId ?? ''),
    ],
    async close() {
      await Promise.all(workers.map((_, at) => killWorker(at)));
      await Promise.all([mail.stop(), zalo.stop()]);
    },
  };
}
