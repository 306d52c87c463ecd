/* The process behind `Confined`: does the work of the module it is given, one piece after the other. */
import { pathToFileURL } from 'node:url';

type Work = (input: unknown) => Promise<unknown>;

// Listens before it loads: nothing that is sent meanwhile is lost.
const loaded = import(pathToFileURL(process.argv[2] ?? '').href) as Promise<{ readonly default: Work }>;

process.on('message', async (input: unknown) => {
  try {
    const { default: work } = await loaded;
    process.send?.({ done: await work(input) });
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  }
});
