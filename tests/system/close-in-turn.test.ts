import { expect, test } from '@jest/globals';
import { closeInTurn } from '../../system/close-in-turn.ts';

test('what does not close keeps nothing after it open; the first fault is told at the end', async () => {
  const closed: string[] = [];
  const step = (name: string, fault?: string) => async () => {
    closed.push(name);
    await Promise.resolve();
    if (fault !== undefined) throw new Error(fault);
  };
  await expect(
    closeInTurn([step('pages'), step('worker', 'gone'), () => undefined, step('sending', 'too')]),
  ).rejects.toThrow('gone');
  expect(closed).toEqual(['pages', 'worker', 'sending']);
  await expect(closeInTurn([step('pages')])).resolves.toBeUndefined();
});
