import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { whenChanged } from '../../cli/policy/watch.ts';

/* `policy check --watch`: what is saved is looked at, however an editor saves it. */

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-watch-'));
  file = join(folder, 'khan.yaml');
  await writeFile(file, 'một');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Watches, and tells what stood in the file at each look; each text is waited for. */
function watched(during: (text: string) => Promise<void> = async () => {}) {
  const stop = new AbortController();
  const looks: string[] = [];
  let looked = () => {};
  const ended = whenChanged(
    [file],
    async () => {
      const text = await readFile(file, 'utf8');
      await during(text);
      // On a busy machine a file may be seen when it is emptied and not yet written.
      if (text !== '' && text !== looks.at(-1)) looks.push(text);
      looked();
    },
    stop,
  );
  const until = (text: string) =>
    new Promise<void>((resolve) => {
      looked = () => looks.includes(text) && resolve();
      looked();
    });
  return { looks, until, ended, stop: () => stop.abort() };
}

describe('a policy that is watched', () => {
  test('is looked at once, and again when it is saved, in place or by another file put there', async () => {
    const { looks, until, ended, stop } = watched();
    await until('một');
    await writeFile(file, 'hai');
    await until('hai');
    await writeFile(join(folder, '.khan.yaml.swp'), 'ba');
    await rename(join(folder, '.khan.yaml.swp'), file);
    await until('ba');
    stop();
    await ended;
    expect(looks).toEqual(['một', 'hai', 'ba']);
  });

  test('what is saved while it is looked at is looked at next', async () => {
    const { looks, until, ended, stop } = watched(async (text) => {
      if (text === 'một') await writeFile(file, 'hai');
    });
    await until('hai');
    stop();
    await ended;
    expect(looks).toEqual(['một', 'hai']);
  });

  test('another file of the folder is nobody’s concern, and a fault that is no fault of the file ends it', async () => {
    let looks = 0;
    const ended = whenChanged([file], async () => {
      if (++looks === 1) await writeFile(join(folder, 'khac.yaml'), 'x');
      await writeFile(file, `${looks}`);
      if (looks === 3) throw new Error('the disk is full');
    });
    await expect(ended).rejects.toThrow('the disk is full');
    expect(looks).toBe(3);
  });
});
