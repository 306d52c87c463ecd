/** The web: pages behind signed links. */

export type { SampleSwitch, SendMail } from './options.ts';
export { type ConsoleOptions, type RunningConsole, startConsole, USUAL_PORT } from './server.ts';
