import { terminalProgress } from '../worker/temporal-server/index.ts';
import { terminal } from './terminal.ts';

/** A progress bar that appears with the first piece done, so that whatever is refused before leaves none. */
export function bar(label: string): (done: number, total: number) => void {
  const progress = terminalProgress(terminal().stderr);
  let begun = false;
  return (done, total) => {
    if (!begun) progress.begin(label, total);
    begun = true;
    progress.at(done);
    if (done === total) progress.end();
  };
}
