/* A worker of directives in a process of its own. Argument: JSON of its connection, queue and register. Prints "ready". */

import { civilServants } from '../../dist/dsl/time/civil-servants.js';
import { openRegister } from '../../dist/register/index.js';
import { composeMessage } from '../../dist/texts/messages/index.js';
import { startDirectiveWorker } from '../../dist/worker/directive-worker.js';

const { address, namespace, taskQueue, url } = JSON.parse(process.argv[2]);
const register = await openRegister({
  url,
  compose: composeMessage,
  mailDomain: 'drill.invalid',
  calendar: civilServants,
});
const worker = await startDirectiveWorker({
  ...{ connection: { address }, namespace, taskQueue, register },
  onPlanned: () => {},
  seal: { holds: async () => false },
});
process.once('SIGTERM', async () => {
  await worker.stop();
  await register.close();
  process.exit(0);
});
process.stdout.write('ready\n');
