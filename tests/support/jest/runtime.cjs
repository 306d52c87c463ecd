const { register } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { mapOf } = require('./transformed.cjs');

register(pathToFileURL(join(__dirname, 'hooks.mjs')));

/*
 * Test files and what they import are loaded by Node itself. Jest's own loader gives each file a registry of its own and
 * with it all of Temporal, the SQL, the readers of documents anew: several seconds of processor time a file, most of
 * what the suite took. Here a worker loads a module once, as the program does; a test file is loaded anew each time.
 */

let loaded = 0;

/** The source maps of all there is, each looked for when a stack is told. */
class Maps extends Map {
  get(at) {
    return mapOf(at);
  }
}

module.exports = class OwnLoader extends JestRuntime {
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    this.words = { ...globals, jest: this.jestGlobals.jestObjectFor(this._testPath) };
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    if (this.words) (await import('./globals.mjs')).speak(this.words);
    return import(`${pathToFileURL(path)}?${++loaded}`);
  }

  /** Jest's own: what keeps a file's tests is made anew for each, everything else is one for the process. */
  requireInternalModule(from, to) {
    if (to !== undefined) return super.requireInternalModule(from, to);
    delete require.cache[from];
    return require(from);
  }

  getSourceMaps() {
    return new Maps();
  }

  installGetBuiltinModule() {}
};
