import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Act } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { HOUR_MS } from '../../dsl/time/day.ts';
import { standard } from '../../policies/standard.ts';
import { openRegister } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { morning } from './support/facts.ts';
import { LIFE_ID, type LivingDirective, openLife, PEOPLE } from './support/life.ts';

/* What reached nobody goes again, in words of now, once; what may have arrived only where a person names it. */

let life: LivingDirective;
beforeEach(async () => {
  life = await openLife(standard);
});
afterEach(() => life.close());

const now = morning('2025-02-26') + HOUR_MS;
const rowsOf = async (person: string) =>
  ((await life.register.directives.show(LIFE_ID))?.messages ?? []).filter((m) => m.personId === person);
const resend = (scope = {}) => life.register.ledger.resend({ directiveIds: [LIFE_ID], ...scope }, now);
const going = (resent: Awaited<ReturnType<typeof resend>>) =>
  resent.flatMap((one) => ('again' in one ? one.again.map((row) => row.personId) : []));
const staying = (resent: Awaited<ReturnType<typeof resend>>) =>
  resent.flatMap((one) => ('reason' in one ? [one.reason] : []));

/** The first mail is refused by its server for good. */
async function refuseFirst(): Promise<void> {
  life.mail.inject({ stage: 'rcpt', reply: [550, 'No such user'] });
  await life.goTo(morning('2025-02-24') + HOUR_MS);
}

describe('a message that was refused', () => {
  test('goes again as a row of its own and is received; the same call again writes nothing', async () => {
    await refuseFirst();
    const refused = ((await life.register.directives.show(LIFE_ID))?.messages ?? []).filter(
      (m) => m.outcome === 'refused',
    );
    expect(refused).toHaveLength(1);
    const person = refused[0]?.personId ?? '';
    expect(going(await life.register.ledger.previewResend({ directiveIds: [LIFE_ID] }, now))).toEqual([person]);
    expect((await rowsOf(person)).map((m) => m.outcome)).toEqual(['refused']);
    expect(going(await resend())).toEqual([person]);
    expect(await resend()).toEqual([]);
    const before = life.mail.mails.length;
    await life.goTo(now + HOUR_MS);
    const [first, again] = await rowsOf(person);
    expect(again).toMatchObject({ outcome: 'accepted', fallbackOf: first?.id, kind: first?.kind });
    expect(life.mail.mails.length).toBe(before + 1);
    expect(await life.register.calls.missed()).toEqual([]);
    expect(await resend()).toEqual([]);
  });

  test('goes again where only a channel that is not set up was left for it, and by that one no more', async () => {
    const phones = PEOPLE.people.map((p) => ({ ...p, phone: '84912345678' }));
    await life.register.directory.import({ ...PEOPLE, people: phones });
    await refuseFirst();
    const [refused] = await life.register.ledger.having(['refused']);
    const reader = refused?.personId ?? '';
    expect((await rowsOf(reader)).map((m) => [m.channel, m.outcome])).toContainEqual(['zalo', 'planned']);
    // All channels there are: it is on its way.
    expect(going(await resend())).toEqual([]);
    expect(going(await resend({ ready: new Set(['email']) }))).toEqual([reader]);
    expect(going(await resend({ ready: new Set(['email']) }))).toEqual([]);
    await life.goTo(now + HOUR_MS);
    expect((await rowsOf(reader)).map((m) => [m.channel, m.outcome])).toEqual(
      expect.arrayContaining([
        ['email', 'refused'],
        ['email', 'accepted'],
        ['zalo', 'skipped'],
      ]),
    );
  });

  test('asked for by two people at once goes once', async () => {
    await refuseFirst();
    const colleague = await openRegister({
      ...{ file: life.file, compose: composeMessage, mailDomain: 'anphu.example', calendar: civilServants },
    });
    try {
      const both = await Promise.all([resend(), colleague.ledger.resend({ directiveIds: [LIFE_ID] }, now)]);
      expect(both.flatMap(going)).toHaveLength(1);
      const before = life.mail.mails.length;
      await life.goTo(now + HOUR_MS);
      expect(life.mail.mails.length).toBe(before + 1);
    } finally {
      await colleague.close();
    }
  });

  test('stays where what it says no longer holds, and says why', async () => {
    await refuseFirst();
    const reassign = { type: 'reassign', by: { party: 'secretariat' }, reason: 'Đúng chức năng' } as const;
    await life.act({
      at: morning('2025-02-25') + HOUR_MS,
      act: { ...reassign, lead: [{ name: 'Sở Nội vụ', agency: 'snv' }] },
    });
    const resent = await resend();
    expect(going(resent)).toEqual([]);
    expect(staying(resent)).toContainEqual(expect.stringMatching(/giao đơn vị khác/));
  });

  test('goes to the address the directory has by now', async () => {
    await refuseFirst();
    const [row] = ((await life.register.directives.show(LIFE_ID))?.messages ?? []).filter(
      (m) => m.outcome === 'refused',
    );
    const people = PEOPLE.people.map((p) => (p.id === row?.personId ? { ...p, email: 'moi@anphu.example' } : p));
    await life.register.directory.import({ ...PEOPLE, people });
    await resend();
    await life.goTo(now + HOUR_MS);
    expect(life.mail.mails.at(-1)?.to).toEqual(['moi@anphu.example']);
  });

  test('is found by its reader and its days, and by nothing else', async () => {
    await refuseFirst();
    expect(await resend({ to: morning('2025-02-23') })).toEqual([]);
    expect(await resend({ personId: 'giang' })).toEqual([]);
    expect(going(await resend({ from: morning('2025-02-24') - 2 * HOUR_MS, to: now }))).toHaveLength(1);
  });
});

test('a message that may have arrived stays, unless it is named', async () => {
  life.mail.inject({ stage: 'taken', drop: true });
  await life.goTo(morning('2025-02-24') + HOUR_MS);
  const [doubt] = await life.register.ledger.having(['unknown']);
  if (!doubt) throw new Error('no message is in doubt');
  expect(await resend()).toEqual([]);
  const named = { ids: [doubt.id], doubted: [doubt.id] };
  expect(going(await resend(named))).toEqual([doubt.personId]);
  expect(await resend(named)).toEqual([]);
  expect(await life.register.ledger.having(['unknown'])).toMatchObject([{ id: doubt.id }]);
});

test('whom the directory names since is told of the step nobody could be told of', async () => {
  const positions = PEOPLE.positions.filter((p) => p.agency !== 'sxd');
  await life.register.directory.import({ ...PEOPLE, positions });
  await life.goTo(morning('2025-02-24') + HOUR_MS);
  expect(going(await resend())).toEqual([]);
  await life.register.directory.import(PEOPLE);
  expect(going(await resend())).toContain('an');
  expect(going(await resend())).toEqual([]);
  await life.goTo(now + 2 * HOUR_MS);
  expect((await life.mailsOf('an')).length).toBeGreaterThan(0);
});

test('that a result was taken back is told to whoever had heard of it', async () => {
  const lead = { party: 'lead', agency: 'sxd', person: 'an' } as const;
  await life.act({ at: morning('2025-02-25') + HOUR_MS, act: { type: 'submit-result', by: lead, text: 'Báo cáo' } });
  await life.goTo(now + 2 * HOUR_MS);
  const before = (await life.mailsOf('ha')).length;
  await life.act({ at: now + HOUR_MS, act: { type: 'withdraw-result', by: lead, note: 'Gửi nhầm bản' } });
  await life.goTo(now + 2 * HOUR_MS);
  expect((await life.mailsOf('ha')).slice(before).map((m) => m.subject)).toEqual([
    expect.stringMatching(/Rút lại kết quả$/),
  ]);
});

describe('a mail server that is down', () => {
  const LEAD = { party: 'lead', agency: 'sxd', person: 'an' } as const;
  const at = (day: string, act: Act) => life.act({ at: morning(day) + HOUR_MS, act });
  const subjectsOf = async (id: string) => (await life.mailsOf(id)).map((m) => m.subject?.replace(/^.*: /, ''));

  beforeEach(async () => {
    await life.goTo(morning('2025-02-24') + HOUR_MS);
    life.mail.inject({ stage: 'connect', reply: [421, 'down'] }, 10_000);
    life.mail.dropConnections();
  });

  test('of a result handed in and taken back before anybody heard of it nothing is said, by a resend neither', async () => {
    await at('2025-02-25', { type: 'submit-result', by: LEAD, text: 'Báo cáo' });
    await at('2025-02-25', { type: 'withdraw-result', by: LEAD, note: 'Gửi nhầm bản' });
    // On its way still: nothing to send again, and it is said how many wait.
    expect(await resend()).toEqual([]);
    expect(await life.register.ledger.waitingIn({ directiveIds: [LIFE_ID] }, now)).toBeGreaterThan(0);
    const before = await subjectsOf('ha');
    life.mail.heal();
    await life.goTo(now + 2 * HOUR_MS);
    expect((await subjectsOf('ha')).slice(before.length)).toEqual([]);
    const resent = await resend();
    expect(going(resent)).toEqual([]);
    expect(await life.register.ledger.waitingIn({ directiveIds: [LIFE_ID] }, now)).toBe(0);
  });

  test('a result that stands is told once it is there again, once, however often a resend was asked for', async () => {
    await at('2025-02-25', { type: 'submit-result', by: LEAD, text: 'Báo cáo' });
    expect(await resend()).toEqual([]);
    expect(await resend()).toEqual([]);
    const before = await subjectsOf('ha');
    life.mail.heal();
    await life.goTo(now + 2 * HOUR_MS);
    expect((await subjectsOf('ha')).slice(before.length)).toHaveLength(1);
  });
});
