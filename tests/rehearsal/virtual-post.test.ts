import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DAY_MS } from '../../dsl/time/day.ts';
import { openPostBox } from '../../rehearsal/post-box.ts';
import { VirtualPost } from '../../rehearsal/virtual-post.ts';
import { at, DIRECTIVE_ID, openIssued, post, sqlite, wake } from '../register/support.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(async () => {
  await temporal.close();
});

/* Before what leaves next is known, and when a digest of the same reader is already found, which then takes it along. */
test.each(['nextAt', 'departures'] as const)(
  'what another life plans for an earlier day, while %s is asked, counts as left on its own day',
  async (asked) => {
    const [opened, postBox] = [await openIssued(sqlite), await openPostBox()];
    const { ledger, directives } = opened.register;
    const gathered = { stage: 'remind', kind: 'silence-reminder' } as const;
    const later = post({ ...gathered, key: 'later', at: at('2025-04-02') });
    const earlier = post({ ...gathered, key: 'earlier', at: at('2025-03-03') });
    await directives.recordWake(wake({ posts: [later] }));
    let planned = false;
    const whileLooking = Object.create(ledger, {
      [asked]: {
        async value(...given: never[]) {
          const answer = await (ledger[asked] as (...given: never[]) => Promise<unknown>).apply(ledger, given);
          if (!planned) await directives.recordWake(wake({ seq: 1, at: at('2025-03-04'), posts: [earlier] }));
          planned = true;
          return answer;
        },
      },
    });
    const { address, namespace, client } = temporal;
    const virtual = await VirtualPost.open({
      ...{ connection: { address }, namespace, client, senders: postBox.senders },
      ...{ ledger: whileLooking, name: `post-${randomUUID()}` },
    });
    try {
      await virtual.deliver();
      const view = await directives.show(DIRECTIVE_ID);
      const sent = view?.messages.filter(({ outcome }) => outcome === 'accepted') ?? [];
      const dayOfKey: Record<string, number> = { later: later.at, earlier: earlier.at };
      expect(new Set(sent.map(({ postKey }) => postKey))).toEqual(new Set(['later', 'earlier']));
      const late = sent.map(({ id, postKey }) => (virtual.leftAt(id) ?? 0) - (dayOfKey[postKey] ?? 0));
      expect(late.filter((ms) => ms < 0 || ms >= DAY_MS)).toEqual([]);
    } finally {
      await virtual.close();
      await postBox.close();
      await opened.close();
    }
  },
);
