import { ModuleMocker } from 'jest-mock';

/*
 * Tests run in the process' own realm, as the program does, and not in a context of Node's `vm`: there every global is
 * looked up through an interceptor, which makes computing several times slower, and what Node throws is no `Error`.
 */

/** What jest itself keeps on the global object for a file. */
const OF_A_FILE = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'RETRY_IMMEDIATELY', 'WAIT_BEFORE_RETRY'];

export default class OwnRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;
  #folder = process.cwd();
  #settings = { ...process.env };

  async setup() {}

  /** What a file did to the process is undone, so that the next one finds it as this one did. */
  async teardown() {
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
