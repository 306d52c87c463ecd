/** Every workflow the worker runs: the entry point of the bundle. */
export { directive } from './directive.ts';
