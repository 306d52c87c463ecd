import { tmpdir } from 'node:os';
import { present } from '../dsl/present.ts';
import { readConfig } from '../settings/read-config.ts';
import { openTemporal, type ProgressBar } from '../worker/temporal-server/index.ts';
import { SEARCH_ATTRIBUTES } from '../workflows/contract.ts';
import { openPostBox, type PostBox, type PostBoxOptions } from './post-box.ts';
import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

export interface WithSandboxOptions extends Omit<SandboxOptions, 'temporal' | 'senders'>, PostBoxOptions {
  readonly progress?: ProgressBar;
}

/**
 * Opens everything a rehearsal needs on this machine — a Temporal of its own with virtual time, a mail server and a Zalo
 * stand-in that take what is sent — lets `work` run in it, and leaves nothing behind.
 */
export async function withSandbox<T>(
  options: WithSandboxOptions,
  work: (sandbox: Sandbox, postBox: PostBox) => Promise<T>,
): Promise<T> {
  const { progress } = options;
  const temporal = await openTemporal(
    present({
      config: readConfig(),
      dataFolder: tmpdir(),
      virtualTime: true,
      searchAttributes: SEARCH_ATTRIBUTES,
      progress,
    }),
  );
  try {
    const postBox = await openPostBox(options);
    try {
      const sandbox = await openSandbox({ ...options, temporal, senders: postBox.senders });
      try {
        return await work(sandbox, postBox);
      } finally {
        await sandbox.close();
      }
    } finally {
      await postBox.close();
    }
  } finally {
    await temporal.stop();
  }
}
