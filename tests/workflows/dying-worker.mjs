/*
 * A worker in a process of its own that kills itself (-9) at the worst moment: at the first escalation, just before or
 * just after the wake is written to the register, in either case before Temporal hears of it; or when an occurrence
 * of a series stands in the register and its workflow is not yet started; or when an act on a series, or on a directive,
 * is written.
 * Arguments: address, namespace, task queue, register file, 'before' | 'after' | 'opened' | 'acted' | 'told' | 'never'.
 */
import { actSealOf } from '../../dist/office/act-seal.js';
import { openRegister } from '../../dist/register/index.js';
import { composeMessage } from '../../dist/texts/messages/index.js';
import { startDirectiveWorker } from '../../dist/worker/directive-worker.js';

const [address, namespace, taskQueue, file, moment] = process.argv.slice(2);
const register = await openRegister({ file, compose: composeMessage, mailDomain: 'rehearsal.invalid' });

// The key of `tests/support/seal`.
const key = { id: '7e57', secret: Buffer.alloc(32, 'tests') };
const testSeal = actSealOf(async () => ({ current: key, find: (id) => (id === key.id ? key : undefined) }));

const die = () => process.kill(process.pid, 'SIGKILL');

/** The same object, but for some of its methods. */
function withOther(real, methods) {
  return new Proxy(real, {
    get(target, name) {
      if (Object.hasOwn(methods, name)) return methods[name];
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const dyingRegister = withOther(register, {
  series: withOther(register.series, {
    async openOccurrence(...given) {
      const end = await register.series.openOccurrence(...given);
      if (moment === 'opened') die();
      return end;
    },
    async act(...given) {
      const refusal = await register.series.act(...given);
      if (moment === 'acted') die();
      return refusal;
    },
  }),
  directives: withOther(register.directives, {
    async recordWake(wake) {
      const escalates = wake.posts.some((p) => p.stage === 'escalate');
      if (escalates && moment === 'before') die();
      const recorded = await register.directives.recordWake(wake);
      if (escalates && moment === 'after') die();
      if (wake.act && moment === 'told') die();
      return recorded;
    },
  }),
});

await startDirectiveWorker({
  connection: { address },
  namespace,
  taskQueue,
  register: dyingRegister,
  seal: testSeal,
  onPlanned: () => {},
});
process.stdout.write('polling\n');
