/** Every workflow the worker runs: the entry point of the bundle. */
export { audit } from './audit.ts';
export { directive } from './directive.ts';
export { recurring } from './recurring.ts';
