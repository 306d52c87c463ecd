import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Libsql from 'libsql';
import { openOffice, openOfficeAt, registerDirectives, startLife } from '../drill/office.mjs';
import { built } from '../support/load.mjs';
import { countRows, countRowsAt } from './rows.mjs';

const { startDirectiveWorker } = await built('worker/directive-worker.js');

/** Directives assigned long ago, whose reminder falls due; the register in a file, or in the cluster's database. */
export async function ours(given) {
  const { temporal, taskQueue } = given;
  const { office, ...side } = await lives(given);
  const worker = await startDirectiveWorker({
    connection: { address: temporal.address },
    namespace: temporal.namespace,
    taskQueue,
    register: office.register,
    onPlanned: () => {},
    seal: { holds: async () => false },
  });
  return { ...side, close: () => worker.stop().then(side.close) };
}

/** The same without a worker: others run it. */
export async function lives({ folder, temporal, client, count, taskQueue }) {
  const url = await temporal.registerUrl?.();
  const office = url === undefined ? await openOffice(folder, 'full') : await openOfficeAt(url);
  const { notice, lives } = await registerDirectives(office, count, `bao-${randomUUID().slice(0, 8)}`);
  const rows =
    url === undefined ? countRows(new Libsql(join(folder, 'register.db'), { readonly: true })) : await countRowsAt(url);
  const before = await rows();
  const each = ((await office.register.directives.show(lives[0].directive.id))?.directive.policy.channels ?? []).length;
  return {
    office,
    url,
    ids: lives.map(({ directive }) => directive.id),
    starts: lives.map((life) => (at) => startLife(client, office.register, taskQueue, notice, life, at)),
    done: async () => ((await rows()) - before) / each,
    async close() {
      await rows.close?.();
      await office.register.close();
    },
  };
}
