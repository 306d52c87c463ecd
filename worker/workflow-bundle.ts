import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { readConfig } from '../settings/read-config.ts';
import { ownFile } from '../system/own-files.ts';

/** What `Worker.create({ workflowBundle })` takes. */
export interface WorkflowBundle {
  readonly code: string;
}

/** The folders workflow code may come from (the arrows end there). */
const SOURCES = ['workflows', 'texts', 'dsl'];
const CACHED_BUNDLES = 4;

/**
 * Pure modules all runs share: evaluated once a worker, and frozen, where every other module is evaluated anew for
 * every run. Their imports come with them. Nothing that keeps state, or imports `@temporalio/workflow`, may stand here.
 */
const SHARED = [
  'workflows/traces',
  'workflows/life',
  'texts/operator',
  'texts/refusals',
  'texts/rules',
  'texts/series',
];

/** The checkout, or `dist` when this runs compiled. */
const root = ownFile('');
const prebuilt = join(root, 'workflow-bundle.js');

/**
 * The workflows' code in one piece. Bundling takes seconds, so it is done once for a state of the sources: by the
 * build (`dist/workflow-bundle.js`), else by the first program that needs it, into the cache folder.
 */
export async function loadWorkflowBundle(cacheFolder = readConfig().cacheFolder): Promise<WorkflowBundle> {
  const mark = await markOfSources();
  const folder = join(cacheFolder, 'workflow-bundles');
  const cached = join(folder, `${mark}.js`);
  for (const file of [prebuilt, cached]) {
    const code = await readFile(file, 'utf8').catch(() => undefined);
    if (code?.startsWith(headOf(mark))) return { code };
  }
  const code = await bundle(mark);
  // A cache that cannot be written costs time, nothing else.
  await mkdir(folder, { recursive: true })
    .then(() => writeWhole(cached, code))
    .then(() => prune(folder))
    .catch(() => {});
  return { code };
}

/** The build step: leaves the bundle beside the compiled code. Returns the file. */
export async function buildWorkflowBundle(): Promise<string> {
  await writeWhole(prebuilt, await bundle(await markOfSources()));
  return prebuilt;
}

async function bundle(mark: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: sourceOf('workflows/index'),
    preloadModules: SHARED.map(sourceOf),
    logger: new DefaultLogger('ERROR'),
  });
  return `${headOf(mark)}${code}`;
}

function sourceOf(module: string): string {
  const source = join(root, `${module}.ts`);
  return existsSync(source) ? source : join(root, `${module}.js`);
}

// Names the sources a bundle was made of: one left over from older sources is never run.
function headOf(mark: string): string {
  return `/* sources ${mark} */\n`;
}

async function markOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const sdk: unknown = createRequire(import.meta.url)('@temporalio/worker/package.json');
  hash.update(JSON.stringify(sdk));
  for (const folder of SOURCES) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.filter((n) => /(?<!\.d)\.(ts|js|json)$/.test(n)).sort())
      hash.update(`\0${folder}/${name}\0`).update(await readFile(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

async function writeWhole(file: string, text: string): Promise<void> {
  const next = `${file}.${process.pid}`;
  await writeFile(next, text);
  await rename(next, file);
}

async function prune(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  aged.sort((a, b) => b.at - a.at);
  await Promise.all(aged.slice(CACHED_BUNDLES).map(({ file }) => rm(file, { force: true })));
}
