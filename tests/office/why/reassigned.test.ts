import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clocksOf, initialState, standingOf, type TimedAct, wakeUp } from '../../../dsl/rules/index.ts';
import { civilServants } from '../../../dsl/time/civil-servants.ts';
import type { Day } from '../../../dsl/time/day.ts';
import { why } from '../../../office/why/why.ts';
import type { Directory, Register } from '../../../register/index.ts';
import * as sample from '../../register/support.ts';
import { eventsOf } from '../timeline/support.ts';

/* The health department leads, then the department of construction: each day is answered by who led it then. */

const { at, DIRECTIVE_ID, POLICY } = sample;
const directory: Directory = {
  ...sample.DIRECTORY,
  people: [...sample.DIRECTORY.people, { id: 'dau-moi-xd', name: 'Vũ Thị Sáu', email: 'sau@haison.example' }],
  positions: [
    ...sample.DIRECTORY.positions.filter((p) => p.agency !== 'so-xay-dung'),
    { agency: 'so-xay-dung', person: 'dau-moi-xd', function: 'contact', acting: false },
  ],
};
const directive = {
  id: DIRECTIVE_ID,
  issuedAt: at('2025-03-03'),
  due: '2025-03-31' as Day,
  hasCooperating: false,
  calendar: civilServants,
};
const lead = [{ name: 'Sở Xây dựng', agency: 'so-xay-dung' }];
const acts: readonly TimedAct[] = [
  { at: at('2025-03-04', 9), act: { type: 'acknowledge', by: { party: 'lead' } } },
  {
    at: at('2025-03-12', 10),
    act: { type: 'reassign', by: { party: 'secretariat' }, lead, reason: 'Đúng chức năng' },
  },
];
const now = at('2025-03-25', 12);

let opened: sample.Opened;
let register: Register;
beforeAll(async () => {
  opened = await sample.openFresh(sample.sqlite);
  register = opened.register;
  await register.directory.import(directory);
  const { issuedAt, due } = directive;
  await register.notices.register(sample.NOTICE, [sample.draft('1', { issuedAt, due, cooperating: [] })]);
  let state = initialState(directive);
  for (const { seq, at: moment, act } of eventsOf(POLICY, directive, acts).filter((e) => e.at <= now)) {
    const woken = wakeUp(POLICY, directive, state, moment, act?.act);
    if ('refusal' in woken) throw new Error(woken.refusal.code);
    state = woken.state;
    const place = { directiveId: DIRECTIVE_ID, seq, at: moment, ...(act ? { act } : {}) };
    const standing = standingOf(state, woken.nextWake);
    await register.directives.recordWake({
      ...place,
      posts: woken.posts,
      standing,
      clocks: clocksOf(POLICY, directive, state, moment),
    });
  }
});
afterAll(() => opened.close());

const ask = async (name: string, day: Day) => (await why(register, name, day, { now })).answers;

test('the register keeps who was named first', async () => {
  const { lead: present, originalLead } = (await register.directives.find(DIRECTIVE_ID)) ?? {};
  expect([present, originalLead]).toEqual([lead, sample.draft().lead]);
});

const roles = async (name: string, day: Day) => (await ask(name, day)).map((a) => `${a.verdict} ${a.role ?? '-'}`);

test('before the handover the first lead is the one to be told, and the second has no part in it', async () => {
  expect(await roles('dau-moi-yt', '2025-03-03')).toEqual(['waiting lead', 'waiting lead']);
  expect(await roles('dau-moi-yt', '2025-03-10')).toEqual(['no-step lead']);
  expect(await roles('dau-moi-xd', '2025-03-10')).toEqual(['no-role -']);
});

test('after it, the other way round', async () => {
  expect(await roles('dau-moi-xd', '2025-03-12')).toEqual(['waiting lead']);
  expect(await roles('dau-moi-xd', '2025-03-24')).toEqual(['waiting lead']);
  expect(await roles('dau-moi-yt', '2025-03-24')).toEqual(['no-role -']);
});

test('what is still to come is for the one who leads by then; on the day itself both have a part', async () => {
  expect(await roles('Sở Xây dựng', '2025-04-01')).toEqual(['ahead headOf(lead)']);
  expect(await roles('giam-doc-yt', '2025-04-01')).toEqual([]);
  // Word that it leads no more, by both its channels.
  expect(await roles('dau-moi-yt', '2025-03-12')).toEqual(['waiting lead', 'waiting lead']);
});
