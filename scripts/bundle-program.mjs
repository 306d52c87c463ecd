import { rolldown } from 'rolldown';

/** What most commands load. Packages with native code, or that few commands need, stay where npm put them. */
const BUNDLED = ['commander', 'kysely', 'zod', 'yaml', 'csv-parse', 'rrule', 'cli-table3'];

/** One folder, as deep below `dist` as the rooms are: the program finds its own files by that. */
const FOLDER = 'dist/program';

/**
 * Puts the program into a few files: opening five hundred small ones takes longer than answering `dondoc list`.
 * Returns the chunks, each with its code, its modules and what it imports.
 */
export async function bundleProgram() {
  const bundle = await rolldown({
    input: { main: 'cli/main.ts' },
    platform: 'node',
    // What a bundled package needs comes along with it.
    external: (id, importer = '') =>
      isPackage(id) && !importer.includes('/node_modules/') && !BUNDLED.some((name) => `${id}/`.startsWith(`${name}/`)),
    // Our modules only define, so of a room's index a command loads what it uses. Packages tell of themselves.
    treeshake: { moduleSideEffects: [{ test: /^(?!.*\/node_modules\/)/, external: false, sideEffects: false }] },
  });
  try {
    return (await bundle.write({ dir: FOLDER, cleanDir: true, format: 'esm', sourcemap: true })).output;
  } finally {
    await bundle.close();
  }
}

// `node:fs`, `hono`, `@temporalio/client`: no path.
function isPackage(id) {
  return !/^[./\0]/.test(id);
}
