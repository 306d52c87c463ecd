import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { takeFileLock } from '../../system/file-lock.ts';

test('a lock is held until it is released, even where nobody keeps what holds it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-lock-'));
  const file = join(folder, 'a.lock');
  try {
    expect(takeFileLock(file)).toBeDefined();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let i = 0; i < 3; i++) {
      collect();
      // What is collected closes itself in a turn of its own.
      await delay(0);
    }
    expect(takeFileLock(file)).toBeUndefined();
    const other = takeFileLock(join(folder, 'b.lock'));
    other?.release();
    expect(takeFileLock(join(folder, 'b.lock'))).toBeDefined();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
