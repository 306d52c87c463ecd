import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Outcome, Sender } from '../../delivery/outbox/index.ts';
import { CHANNELS, type Channel, type ChannelSet, fallbackOrder } from '../../dsl/policy/channels.ts';
import type { Directory } from '../../register/index.ts';
import {
  at,
  DIRECTIVE_ID,
  DIRECTORY,
  draft,
  NOTICE,
  type Opened,
  openFresh,
  POLICY,
  post,
  sqlite,
  wake,
} from '../register/support.ts';
import { HandPost } from '../support/hand-post.ts';

/*
 * A channel nobody sends by, to see that nothing but the table knows which there are: text messages, to the telephone
 * number, tried last.
 */
const SMS = 'sms' as Channel;
const TABLE: ChannelSet = { ...CHANNELS, [SMS]: { addresses: ['phone'], fallback: 3, threads: false } };
const PHONE = '84912345678';

let opened: Opened;
/** What the senders were handed, in order. */
let sent: string[];
beforeEach(async () => {
  opened = await openFresh(sqlite, { channels: TABLE });
  sent = [];
});
afterEach(() => opened.close());

async function issued(channels: readonly Channel[], directory: Directory = withPhone()): Promise<void> {
  await opened.register.directory.import(directory);
  await opened.register.notices.register(NOTICE, [draft('1', { policy: { ...POLICY, channels } })]);
  await opened.register.directives.recordWake(wake({ posts: [post()] }));
}

/** The lead's contact has an address for every channel. */
function withPhone(): Directory {
  const people = DIRECTORY.people.map((p) => (p.id === 'dau-moi-yt' ? { ...p, phone: PHONE } : p));
  return { ...DIRECTORY, people };
}

async function deliver(answers: Readonly<Record<string, Outcome>>, unused: readonly Channel[] = []): Promise<void> {
  const senders = Object.entries(answers).map(
    ([channel, outcome]): Sender => ({
      channel: channel as Channel,
      concurrency: 1,
      prepare: async () => ({ text: null }),
      send: async ({ address }) => {
        sent.push(`${channel} ${address}`);
        return outcome;
      },
      close: async () => {},
    }),
  );
  const { ledger } = opened.register;
  const now = () => at('2025-03-03', 9);
  const postOffice = new HandPost({ ledger, senders, unused, owner: 'a', now, log: () => {} });
  for (let round = 0; round < 4; round++) await postOffice.deliverDue();
  await postOffice.close();
}

async function rows() {
  return (await opened.register.directives.show(DIRECTIVE_ID))?.messages ?? [];
}

const TAKEN: Outcome = { kind: 'accepted' };
const REFUSED: Outcome = { kind: 'refused', reason: 'không có người nhận' };

test('goes to its own address in the directory, in no mail thread', async () => {
  await issued([SMS]);
  await deliver({ [SMS]: TAKEN });
  expect(sent).toEqual([`sms ${PHONE}`]);
  expect(await rows()).toMatchObject([{ channel: SMS, address: PHONE, messageId: null, outcome: 'accepted' }]);
});

test('takes its place in the order in which a person is tried', async () => {
  expect(fallbackOrder(TABLE)).toEqual(['zalo', 'email', SMS]);
  await issued(['email']);
  await deliver({ email: REFUSED, zalo: REFUSED, [SMS]: TAKEN });
  expect(sent).toEqual(['email ba@haison.example', 'zalo z-3', `sms ${PHONE}`]);
});

test('gives way to another where the directory has no address for it', async () => {
  const people = DIRECTORY.people.map((p) =>
    p.id === 'dau-moi-yt' ? { id: p.id, name: p.name, email: 'ba@haison.example' } : p,
  );
  await issued([SMS], { ...DIRECTORY, people });
  await deliver({ [SMS]: TAKEN, email: TAKEN });
  expect(sent).toEqual(['email ba@haison.example']);
});

test('that the office does not use is skipped with that as the reason, and the next is tried', async () => {
  await issued([SMS]);
  await deliver({ email: TAKEN }, [SMS, 'zalo']);
  expect(sent).toEqual(['email ba@haison.example']);
  expect((await rows()).find((row) => row.channel === SMS)?.reason).toBe('cơ quan không dùng kênh sms');
});
