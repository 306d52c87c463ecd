import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import { type Act, clocksOf, initialState, type State, standingOf, wakeUp } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { dayOf, type Instant, instantAt } from '../../dsl/time/day.ts';
import { sharedTasks } from '../../office/members.ts';
import { directiveDraftOf, noticeDraftOf, partyIn, tasksOfNotice } from '../../office/registration.ts';
import { directiveOf, type Task } from '../../office/task.ts';
import { express, shippedRules, standard } from '../../policies/index.ts';
import { province } from '../support/directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { type Office, openOffice } from './support/office.ts';

/* Twelve communes have one task: whoever stands above them hears of the late ones in one message. */

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);
const MEMBERS = 12;
const SUPERVISOR = 'vp-ubnd-tinh-dau-moi@haison.example';
const ISSUER = 'ubnd-tinh-thu-truong@haison.example';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

interface Share {
  readonly task: Task;
  state: State;
  seq: number;
  next: Instant | null;
}

async function give(policy: Policy): Promise<Share[]> {
  const { register } = office;
  await register.directory.import(province(MEMBERS));
  const directory = await register.directory.current();
  const read = sketchNotice('31/TB', DAY, [{ id: 'II.3', lead: 'UBND các xã', due: '2025-09-30' }]);
  const tasks = sharedTasks(tasksOfNotice(read, { rules: shippedRules, policy }), read, directory, DAY);
  const party = partyIn(directory, DAY);
  const drafts = tasks.map((task) => directiveDraftOf(task, issuedAt, civilServants, party));
  await register.notices.register(noticeDraftOf(read), drafts);
  return tasks.map((task) => {
    return { task, state: initialState(directiveOf(task, issuedAt, civilServants)), seq: 0, next: issuedAt };
  });
}

async function wake(share: Share, now: Instant, act?: Act): Promise<void> {
  const { policy } = share.task;
  const directive = directiveOf(share.task, issuedAt, civilServants);
  const woken = wakeUp(policy, directive, share.state, now, act);
  if ('refusal' in woken) throw new Error(woken.refusal.code);
  share.state = woken.state;
  share.next = woken.nextWake;
  await office.register.directives.recordWake({
    ...{ directiveId: share.task.id, seq: share.seq++, at: now, posts: woken.posts },
    ...(act ? { act: { id: `${share.task.id}-${share.seq}`, act } } : {}),
    standing: standingOf(woken.state, woken.nextWake),
    clocks: clocksOf(policy, directive, woken.state, now),
  });
}

/** Every share wakes at its instants; messages leave when the ledger says. */
async function liveUntil(shares: readonly Share[], until: Instant): Promise<void> {
  const postOffice = office.postOffice();
  for (;;) {
    const wakes = shares.flatMap(({ next }) => next ?? []);
    const posts = (await office.register.ledger.nextAt()) ?? Number.POSITIVE_INFINITY;
    const now = Math.min(posts, ...wakes);
    if (now > until) break;
    office.now = Math.max(office.now, now);
    for (const share of shares) if (share.next === now) await wake(share, now);
    if (posts <= now) await postOffice.deliverDue();
  }
  office.now = until;
}

const mailsTo = (address: string) => office.mail.mails.filter(({ to }) => to.includes(address));
const lead = { party: 'lead' } as const;

describe.each([standard, express])('by the policy $id', (policy) => {
  test('the supervisor and the issuer get one message a round, and it names the late members', async () => {
    const shares = await give(policy);
    await liveUntil(shares, instantAt('2025-09-20', 0));
    // Each member has its own assignment; whoever follows has one message about all of them, at most.
    expect(
      office.mail.mails.filter(({ to }) => to.some((t) => /^xa-\d+-dau-moi/.test(t))).length,
    ).toBeGreaterThanOrEqual(MEMBERS);
    expect(mailsTo(SUPERVISOR).length).toBeLessThanOrEqual(1);

    const at = instantAt('2025-09-22', 9 * 60);
    for (const share of shares.slice(0, 7)) await wake(share, at, { type: 'acknowledge', by: lead });
    for (const share of shares.slice(0, 5)) {
      await wake(share, at, { type: 'submit-result', by: lead, text: 'Báo cáo' });
      await wake(share, at, { type: 'approve', by: { party: 'secretariat' } });
    }
    await liveUntil(shares, instantAt('2025-09-30', 0));
    const before = mailsTo(SUPERVISOR).length;
    const issuedBefore = mailsTo(ISSUER).length;
    await liveUntil(shares, instantAt('2025-10-20', 0));

    const late = mailsTo(SUPERVISOR).slice(before);
    expect(late.length).toBeGreaterThan(0);
    for (const mail of late) {
      expect(mail.subject).toMatch(/: 7 quá hạn$/);
      expect(mail.text).toContain('7/12 đã nhận, 5/12 hoàn thành. 7 đơn vị: ');
      const named = /7 đơn vị: (.*)/.exec(mail.text)?.[1]?.split('; ');
      expect(named?.sort()).toEqual(
        shares
          .slice(5)
          .map(({ task }) => task.draft.lead[0]?.name ?? '')
          .sort(),
      );
    }
    const days = late.map((mail) => mail.subject);
    expect(new Set(days).size).toBe(days.length);
    // The letter to be signed is one, to all of them.
    const letters = late.map((mail) => mail.raw.toString('latin1').split('wordprocessingml.document').length - 1);
    expect(new Set(letters)).toEqual(new Set([1]));
    const issuer = mailsTo(ISSUER).slice(issuedBefore);
    expect(issuer.length).toBeGreaterThan(0);
    expect(new Set(issuer.map(({ subject }) => subject)).size).toBe(issuer.length);
    expect(dayOf(office.now)).toBe('2025-10-20');
  });
});
