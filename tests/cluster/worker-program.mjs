/* A worker that runs directives, of the program in `dist`, in a process of its own. Argument: JSON. Prints "ready"; ends at SIGTERM. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { dist, address, namespace, database, taskQueue, keys, build } = JSON.parse(process.argv[2]);
const from = (path) => import(pathToFileURL(join(dist, path)).href);
const [{ startDirectiveWorker }, { openRegister }, { composeMessage }, { civilServants }, { actSealIn }] =
  await Promise.all([
    from('worker/directive-worker.js'),
    from('register/index.js'),
    from('texts/messages/index.js'),
    from('dsl/time/civil-servants.js'),
    from('office/act-seal.js'),
  ]);

const register = await openRegister({
  url: database,
  compose: composeMessage,
  mailDomain: 'cluster.invalid',
  calendar: civilServants,
});
const worker = await startDirectiveWorker({
  connection: { address },
  namespace,
  register,
  seal: actSealIn(keys),
  taskQueue,
  onPlanned: () => {},
  ...(build === undefined ? {} : { build }),
});
process.once('SIGTERM', () => worker.stop());
process.stdout.write('ready\n');
await worker.done;
await register.close();
process.exit(0);
