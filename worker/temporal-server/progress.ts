import { Presets, SingleBar } from 'cli-progress';

/** Where long work says how far it is: `begin`, any number of `at`, one `end`. */
export interface ProgressBar {
  /** `total` in the unit of `at`; undefined when nobody knows it. */
  begin(label: string, total?: number): void;
  at(done: number): void;
  end(): void;
}

export const silentProgress: ProgressBar = { begin() {}, at() {}, end() {} };

/** A bar where a person watches (TTY), otherwise one plain line at the begin and one at the end. */
export function terminalProgress(stream: NodeJS.WriteStream): ProgressBar {
  return stream.isTTY ? barProgress(stream) : lineProgress((line) => stream.write(`${line}\n`));
}

function barProgress(stream: NodeJS.WriteStream): ProgressBar {
  let bar: SingleBar | undefined;
  return {
    begin(label, total) {
      bar?.stop();
      bar = new SingleBar(
        { stream, format: `${label} {bar} {percentage}%`, hideCursor: true, clearOnComplete: true },
        Presets.shades_classic,
      );
      bar.start(total ?? 1, 0);
    },
    at(done) {
      if (bar) bar.update(Math.min(done, bar.getTotal()));
    },
    end() {
      bar?.stop();
      bar = undefined;
    },
  };
}

/** For logs and pipes: a line each quarter of the way. */
export function lineProgress(write: (line: string) => void): ProgressBar {
  let label = '';
  let total = 0;
  let told = 0;
  return {
    begin(nextLabel, nextTotal) {
      label = nextLabel;
      total = nextTotal ?? 0;
      told = 0;
      write(`${label}…`);
    },
    at(done) {
      const quarter = total > 0 ? Math.min(3, Math.floor((4 * done) / total)) : 0;
      if (quarter <= told) return;
      told = quarter;
      write(`${label}: ${quarter * 25}%`);
    },
    end() {
      write(`${label}: xong`);
    },
  };
}
