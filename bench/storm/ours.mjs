import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Libsql from 'libsql';
import { openOffice, registerDirectives, startLife } from '../drill/office.mjs';
import { built } from '../support/load.mjs';
import { countRows } from './rows.mjs';

const { startDirectiveWorker } = await built('worker/directive-worker.js');

/** Directives assigned long ago, whose reminder falls due. */
export async function ours({ folder, temporal, client, count, taskQueue }) {
  const office = await openOffice(folder, 'full');
  const { notice, lives } = await registerDirectives(office, count, `bao-${randomUUID().slice(0, 8)}`);
  const rows = countRows(new Libsql(join(folder, 'register.db'), { readonly: true }));
  const before = rows();
  const each = ((await office.register.directives.show(lives[0].directive.id))?.directive.policy.channels ?? []).length;
  const worker = await startDirectiveWorker({
    connection: { address: temporal.address },
    namespace: temporal.namespace,
    taskQueue,
    register: office.register,
    onPlanned: () => {},
    seal: { holds: async () => false },
  });
  return {
    starts: lives.map((life) => (at) => startLife(client, office.register, taskQueue, notice, life, at)),
    done: () => (rows() - before) / each,
    async close() {
      await worker.stop();
      await office.register.close();
    },
  };
}
