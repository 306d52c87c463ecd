import { appendFileSync, readFileSync } from 'node:fs';
import { ModuleMocker } from 'jest-mock';

/*
 * Tests run in the process' own realm, as the program does, and not in a context of Node's `vm`: there every global is
 * looked up through an interceptor, which makes computing several times slower, and what Node throws is no `Error`.
 */

/** What jest itself keeps on the global object for a file. */
const OF_A_FILE = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'RETRY_IMMEDIATELY', 'WAIT_BEFORE_RETRY'];

/** Where it is written down what each file took, a line of JSON a file; for whoever looks where the time goes. */
const COSTS = process.env['DONDOC_TEST_COSTS'];
const TICKS_A_SECOND = 100;

/** Processor time of this process and of the programs it started that have ended, and the clock, in seconds (Linux). */
function spent() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const [own, programs] = [fields[11] + fields[12], fields[13] + fields[14]].map((ticks) => ticks / TICKS_A_SECOND);
  return { own, programs, clock: performance.now() / 1000 };
}

function since(before) {
  const now = spent();
  return Object.fromEntries(Object.keys(now).map((name) => [name, Number((now[name] - before[name]).toFixed(2))]));
}

export default class OwnRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;
  #folder = process.cwd();
  #settings = { ...process.env };

  #file;
  #before;

  constructor(_config, { testPath }) {
    this.#file = testPath;
  }

  async setup() {
    if (COSTS !== undefined) this.#before = spent();
  }

  /** What a file did to the process is undone, so that the next one finds it as this one did. */
  async teardown() {
    if (COSTS !== undefined) appendFileSync(COSTS, `${JSON.stringify({ file: this.#file, ...since(this.#before) })}\n`);
    for (const name of OF_A_FILE) delete globalThis[Symbol.for(name)];
    globalThis.console = this.#console;
    process.exit = this.#exit;
    process.chdir(this.#folder);
    for (const name of Object.keys(process.env)) if (!(name in this.#settings)) delete process.env[name];
    Object.assign(process.env, this.#settings);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
