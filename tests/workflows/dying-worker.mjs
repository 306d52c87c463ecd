/*
 * A worker in a process of its own that kills itself (-9) at the worst moment: at the first escalation, just before or
 * just after the wake is written to the register, in either case before Temporal hears of it; or when an occurrence
 * of a series stands in the register and its workflow is not yet started; or when an act on a series is written.
 * Arguments: address, namespace, task queue, register file, 'before' | 'after' | 'opened' | 'acted' | 'never'.
 */
import { openRegister } from '../../dist/register/index.js';
import { composeMessage } from '../../dist/texts/messages/index.js';
import { startDirectiveWorker } from '../../dist/worker/directive-worker.js';

const [address, namespace, taskQueue, file, moment] = process.argv.slice(2);
const register = await openRegister({ file, compose: composeMessage, mailDomain: 'rehearsal.invalid' });

const dyingRegister = new Proxy(register, {
  get(target, name) {
    const value = Reflect.get(target, name);
    if (name === 'openOccurrence')
      return async (...given) => {
        const end = await target.openOccurrence(...given);
        if (moment === 'opened') process.kill(process.pid, 'SIGKILL');
        return end;
      };
    if (name === 'actOnSeries')
      return async (...given) => {
        const refusal = await target.actOnSeries(...given);
        if (moment === 'acted') process.kill(process.pid, 'SIGKILL');
        return refusal;
      };
    if (name !== 'recordWake') return typeof value === 'function' ? value.bind(target) : value;
    return async (wake) => {
      const escalates = wake.posts.some((p) => p.stage === 'escalate');
      if (escalates && moment === 'before') process.kill(process.pid, 'SIGKILL');
      const recorded = await target.recordWake(wake);
      if (escalates && moment === 'after') process.kill(process.pid, 'SIGKILL');
      return recorded;
    };
  },
});

await startDirectiveWorker({
  connection: { address },
  namespace,
  taskQueue,
  register: dyingRegister,
  onPlanned: () => {},
});
process.stdout.write('polling\n');
