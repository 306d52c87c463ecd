/* What `read-apart.ts` has done in a process of its own. */
export { readInbound as default } from './mail.ts';
