import { tmpdir } from 'node:os';
import { readConfig } from '../settings/read-config.ts';
import { openTemporal, type Progress } from '../worker/temporal-server/index.ts';
import { SEARCH_ATTRIBUTES } from '../workflows/contract.ts';
import { openPostBox, type PostBox, type PostBoxOptions } from './post-box.ts';
import { type Stage, type StageOptions, setStage } from './stage.ts';

export interface TheatreOptions extends Omit<StageOptions, 'temporal' | 'senders'>, PostBoxOptions {
  readonly progress?: Progress;
}

/**
 * Opens everything a rehearsal needs on this machine — an temporal of its own with virtual time, a mail server and a Zalo
 * stand-in that take what is sent — lets `work` play on it, and leaves nothing behind.
 */
export async function withStage<T>(
  options: TheatreOptions,
  work: (stage: Stage, postBox: PostBox) => Promise<T>,
): Promise<T> {
  const { progress } = options;
  const temporal = await openTemporal({
    config: readConfig(),
    dataFolder: tmpdir(),
    virtualTime: true,
    searchAttributes: SEARCH_ATTRIBUTES,
    ...(progress ? { progress } : {}),
  });
  try {
    const postBox = await openPostBox(options);
    try {
      const stage = await setStage({ ...options, temporal, senders: postBox.senders });
      try {
        return await work(stage, postBox);
      } finally {
        await stage.strike();
      }
    } finally {
      await postBox.close();
    }
  } finally {
    await temporal.stop();
  }
}
