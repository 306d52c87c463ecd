import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { auditRegister } from '../../office/audit/index.ts';
import type { Evidence, LedgerRow } from '../../register/index.ts';
import { clocksIn } from '../support/clocks.ts';
import { DIRECTIVE_ID, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const DELIVERED: Evidence = { outcome: 'delivered', reason: 'Zalo báo tin đã đến máy người nhận', by: 'Zalo' };

async function rowOf(channel: 'email' | 'zalo'): Promise<LedgerRow> {
  const view = await office.register.directives.show(DIRECTIVE_ID);
  const row = view?.messages.find((m) => m.channel === channel);
  if (!row) throw new Error(`no message by ${channel}`);
  return row;
}

async function incidents(): Promise<{ step: string; detail: string }[]> {
  const { findings } = await auditRegister({ register: office.register, now: office.now });
  return findings.filter((f) => f.kind === 'evidence-contradicts').map(({ step, detail }) => ({ step, detail }));
}

describe('word of a message that never left by the ledger', () => {
  test('is an incident, once, and changes nothing by itself', async () => {
    await office.plan('2025-03-03');
    const { ledger } = office.register;
    const { id } = await rowOf('zalo');
    for (let twice = 0; twice < 2; twice++) expect((await ledger.learn({ id }, DELIVERED)).changed).toEqual([]);
    expect((await rowOf('zalo')).outcome).toBe('planned');
    const [incident, ...more] = await incidents();
    expect(more).toEqual([]);
    expect(incident?.step).toBe(id);
    expect(incident?.detail).toContain('sổ ghi “chờ gửi” mà Zalo báo tin đã đến máy người nhận');
  });

  test('a person who finds that it arrived keeps it from being sent again, and the incident ends', async () => {
    await office.plan('2025-03-03');
    const { ledger } = office.register;
    const { id } = await rowOf('zalo');
    await ledger.learn({ id }, DELIVERED);
    expect(await ledger.decide(id, 'accepted', { by: 'Lê Hà', reason: 'người nhận có tin' })).toBe(true);
    await office.postOffice().deliverDue();
    expect(office.zalo.calls).toBe(0);
    expect(await rowOf('zalo')).toMatchObject({ outcome: 'accepted', reason: 'người nhận có tin' });
    expect(await incidents()).toEqual([]);
    expect(await ledger.decide(id, 'accepted', { by: 'Lê Hà', reason: 'lần nữa' })).toBe(false);
  });

  test('a person who finds that it did not lets it go its way', async () => {
    await office.plan('2025-03-03');
    const { ledger } = office.register;
    const { id } = await rowOf('zalo');
    await ledger.learn({ id }, DELIVERED);
    expect(await ledger.decide(id, 'refused', { by: 'Lê Hà', reason: 'Zalo báo nhầm' })).toBe(true);
    expect(await incidents()).toEqual([]);
    await office.postOffice().deliverDue();
    expect((await rowOf('zalo')).outcome).toBe('accepted');
  });

  test('is one too of what was refused, and stays one after the directive is closed', async () => {
    await office.plan('2025-03-03');
    office.zalo.inject({ call: 'message', error: -118 });
    await office.postOffice().deliverDue();
    const { id } = await rowOf('zalo');
    await office.register.ledger.learn({ id }, DELIVERED);
    const standing = { status: 'cancelled', due: '2025-03-14', nextWake: null, closedAt: office.now } as const;
    await office.register.directives.recordWake({
      ...{ directiveId: DIRECTIVE_ID, seq: 1, at: office.now, posts: [] },
      act: { id: 'x', act: { type: 'cancel', by: { party: 'secretariat' }, reason: 'thôi' } },
      ...{ standing, clocks: clocksIn(standing) },
    });
    expect((await incidents()).map((i) => i.step)).toEqual([id]);
  });
});

describe('word of a message that left', () => {
  test('that fits what is known, or says less, is no incident', async () => {
    await office.plan('2025-03-03');
    await office.postOffice().deliverDue();
    const { ledger } = office.register;
    const { id } = await rowOf('zalo');
    for (const outcome of ['read', 'delivered', 'accepted'] as const)
      await ledger.learn({ id }, { ...DELIVERED, outcome });
    expect(await incidents()).toEqual([]);
  });

  test('that it came back, after it was read, is one', async () => {
    await office.plan('2025-03-03');
    await office.postOffice().deliverDue();
    const { ledger } = office.register;
    const { id } = await rowOf('email');
    await ledger.learn({ id }, { ...DELIVERED, outcome: 'read' });
    await ledger.learn({ id }, { outcome: 'bounced', reason: '550 no such user', by: 'hộp thư trả lại' });
    expect((await rowOf('email')).outcome).toBe('read');
    expect((await incidents()).map((i) => i.step)).toEqual([id]);
  });
});
