import { expect, test } from '@jest/globals';
import { withoutUnusedChannels } from '../../cli/shown-messages.ts';
import { notUsed } from '../../texts/outcomes.ts';

const row = (channel: 'email' | 'zalo', outcome: 'planned' | 'skipped' | 'accepted', reason: string | null = null) => ({
  ...{ channel, outcome, reason, postKey: 'assign', personId: 'an' },
});
const sending = new Set(['email']);

test('a channel by which nothing is sent says nothing where the reader is told by another', () => {
  const told = row('email', 'accepted');
  const idle = [row('zalo', 'planned'), row('zalo', 'skipped', notUsed('zalo'))];
  expect(withoutUnusedChannels([told, ...idle], sending)).toEqual([told]);
});

test('it stays where nobody would be told otherwise, and where it was left out for another reason', () => {
  const alone = row('zalo', 'planned');
  expect(withoutUnusedChannels([alone], sending)).toEqual([alone]);
  const both = [row('email', 'accepted'), row('zalo', 'skipped', 'nhiệm vụ đã kết thúc')];
  expect(withoutUnusedChannels(both, sending)).toEqual(both);
});
