import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PostKind } from '../../dsl/rules/post.ts';
import { isOpenAt } from '../../dsl/rules/window.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, dayOf, instantAt } from '../../dsl/time/day.ts';
import { openOffice } from './support/office.ts';
import { openPressing, PRESSING_POLICY } from './support/pressing.ts';

const CANCEL = { type: 'cancel', by: { party: 'secretariat' }, reason: 'không còn cần' } as const;
/** When every reader's morning round has been. */
const NOON = 12 * 60;

const KINDS: readonly PostKind[] = ['due-reminder', 'overdue', 'acknowledge-reminder', 'assignment', 'returned'];
interface Step {
  readonly directive: number;
  readonly kind: PostKind;
  readonly day: number;
  readonly minute: number;
}

function groupBy<R extends { readonly id: string; readonly shipment: string | null }>(
  rows: readonly R[],
): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.shipment ?? row.id, [...(groups.get(row.shipment ?? row.id) ?? []), row]);
  return groups;
}

test('law: every row once, nothing outside the hours, one digest a morning, nothing after the close', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    directive: fc.nat(11),
    kind: fc.constantFrom(...KINDS),
    day: fc.nat(6),
    // Steps are inside the first two hours of the window; those that come late are of an outage.
    minute: fc.oneof(
      { weight: 4, arbitrary: fc.nat(119) },
      { weight: 1, arbitrary: fc.integer({ min: 120, max: 539 }) },
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat(11), { maxLength: 2 }),
      async (steps, closed) => {
        const own = await openOffice();
        try {
          const many = await openPressing(own, 12);
          const first = '2025-03-03';
          const inWeek = steps.filter((s) => s.day < 5).sort((a, b) => a.day - b.day || a.minute - b.minute);
          const left: { at: number; mails: number }[] = [];
          const postOffice = own.postOffice();
          const deliver = async (until: number) => {
            for (;;) {
              const next = await own.register.ledger.nextAt();
              if (next === null || next > until) break;
              own.now = Math.max(own.now, next);
              const before = own.mail.mails.length + own.zalo.messages.length;
              const { attempts } = await postOffice.deliverDue();
              expect(attempts > 0 || (await own.register.ledger.nextAt()) !== next).toBe(true);
              const mails = own.mail.mails.length + own.zalo.messages.length - before;
              if (mails > 0) left.push({ at: own.now, mails });
            }
            own.now = Math.max(own.now, until);
          };
          own.now = instantAt(first, 0);
          for (const { directive, kind, day, minute } of inWeek) {
            const at = instantAt(addDays(first, day), 480 + minute);
            await deliver(at - 1);
            await many.post(
              directive,
              kind,
              dayOf(at),
              minute,
              kind === 'assignment' ? { cause: { event: 'issued' } } : {},
            );
          }
          const closing = own.now + 1;
          for (const directive of new Set(closed)) await many.act(directive, CANCEL, closing);
          await deliver(instantAt(addDays(first, 14), 0));

          for (const { at } of left) expect(isOpenAt(PRESSING_POLICY.window, civilServants, at)).toBe(true);
          const rows = await many.messages();
          expect(rows.filter((r) => r.outcome !== 'accepted' && r.outcome !== 'skipped')).toEqual([]);
          for (const channel of ['email', 'zalo'] as const) {
            const mine = rows.filter((r) => r.channel === channel && r.outcome === 'accepted');
            const shipments = groupBy(mine);
            const arrived = channel === 'email' ? own.mail.mails.length : own.zalo.messages.length;
            expect(arrived).toBe(shipments.size);
            // A digest holds each of its rows once, and is of gathered rows only.
            const digests = [...shipments.values()].filter((s) => s.some((r) => r.gathered));
            for (const rowsOf of digests) expect(rowsOf.every((r) => r.gathered)).toBe(true);
            const mornings = digests
              .map((d) => Math.max(...d.map((r) => r.leaveAt)))
              .filter((at) => at < instantAt(dayOf(at), NOON));
            expect(new Set(mornings.map(dayOf)).size).toBe(mornings.length);
          }
          const gone = new Set([...closed].map((c) => many.ids[c]));
          for (const row of rows.filter((r) => r.outcome === 'skipped')) expect(gone).toContain(row.directiveId);
        } finally {
          await own.close();
        }
      },
    ),
    { numRuns: 6 },
  );
});
