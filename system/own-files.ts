import { fileURLToPath } from 'node:url';

/**
 * A file of the program's own, by its path in the checkout, `notices/samples/…`. The root is the checkout where sources
 * run, else `dist`: this module, whether compiled or bundled, lies one folder below it.
 */
export function ownFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
