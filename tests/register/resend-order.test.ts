import { expect, test } from '@jest/globals';
import { inTurn } from '../../register/messages/resend.ts';
import { notUsed } from '../../texts/outcomes.ts';

test('of one reader, what a channel in use failed to bring goes again before what an unused one left out', () => {
  const zalo = { outcome: 'skipped', reason: notUsed('zalo'), channel: 'zalo' } as const;
  const email = { outcome: 'refused', reason: '550', channel: 'email' } as const;
  const nobody = { outcome: 'skipped', reason: 'không có người nhận', channel: 'none' } as const;
  expect(inTurn<typeof zalo | typeof email | typeof nobody>([zalo, email, nobody])).toEqual([email, nobody, zalo]);
});
