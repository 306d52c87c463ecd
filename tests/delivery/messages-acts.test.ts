import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../dsl/policy/policy.ts';
import { present } from '../../dsl/present.ts';
import type { Act, Cause, PostKind } from '../../dsl/rules/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import { composeMessage, type MessageContent, type MessageFacts } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf, OFFICE } from './support/facts.ts';

/* The messages by which acts in mid-life are told: what each says first, and what it asks. */

const byLead = { party: 'lead' } as const;
const byOffice = { party: 'secretariat' } as const;
const of = (kind: PostKind, role: Role, more: Partial<MessageFacts> & { act?: Act } = {}): MessageContent =>
  composeMessage(factsOf(kind, role, '2025-03-05', more));
const row = (content: MessageContent, label: string) => content.facts.find((f) => f.label === label)?.value;
const asked = (repeat?: number): Cause => ({ event: 'extension-asked', ...(repeat ? { repeat } : {}) });

describe('extensions', () => {
  const act: Act = { type: 'ask-extension', by: byLead, due: '2025-04-30', reason: 'Chờ số liệu của các huyện' };

  test('asked: the day, the reason, and that the deadline stands meanwhile', () => {
    const m = of('extension-asked', 'secretariat', { act, actBy: 'Sở Xây dựng', cause: asked() });
    expect(m.subject).toMatch(/: Đề nghị gia hạn$/);
    expect(m.paragraphs).toEqual([
      'Sở Xây dựng đề nghị gia hạn nhiệm vụ dưới đây đến hết ngày 30/04/2025 (thứ Tư).',
      'Cho đến khi có trả lời, thời hạn hiện hành vẫn được theo dõi.',
    ]);
    expect(row(m, 'Lý do đề nghị')).toBe('Chờ số liệu của các huyện');
    expect(m.ask).toBe(
      `${OFFICE} trân trọng đề nghị đồng chí xem xét: đồng ý, không đồng ý kèm lý do, hoặc đề xuất ngày khác.`,
    );
  });

  test('the third request is called the third', () => {
    const third = of('extension-asked', 'secretariat', { act, cause: asked(3) });
    expect(third.subject).toMatch(/: Đề nghị gia hạn lần thứ 3$/);
    expect(third.paragraphs[1]).toBe('Đây là lần đề nghị gia hạn thứ 3 của nhiệm vụ này.');
    expect(of('extension-asked', 'secretariat', { act, cause: asked(2) }).subject).toMatch(/: Đề nghị gia hạn$/);
  });

  test('granted, rejected, another day offered, the offer declined', () => {
    const granted = of('extension-granted', 'lead', {
      act: { type: 'grant-extension', by: byOffice },
      directive: { ...DIRECTIVE, due: '2025-04-30', originalDue: '2025-03-14' },
      actBy: OFFICE,
    });
    expect(granted.paragraphs).toEqual([
      `Nhiệm vụ dưới đây được gia hạn đến hết ngày 30/04/2025 (thứ Tư) theo ý kiến của ${OFFICE}.`,
    ]);
    expect(row(granted, 'Hạn')).toBe('Hết ngày 30/04/2025 (thứ Tư); đã điều chỉnh, văn bản ghi hạn 14/03/2025');
    const rejected = of('extension-rejected', 'lead', {
      act: { type: 'reject-extension', by: byOffice, reason: 'Đã muộn' },
    });
    expect(rejected.paragraphs[0]).toContain('không được chấp thuận; thời hạn hiện hành không thay đổi.');
    expect(row(rejected, 'Lý do')).toBe('Đã muộn');
    const offered = of('extension-offered', 'lead', {
      act: { type: 'offer-extension', by: byOffice, due: '2025-04-15', reason: 'Đủ hai tuần' },
    });
    expect(offered.paragraphs[0]).toContain('đề xuất gia hạn đến hết ngày 15/04/2025 (thứ Ba).');
    expect(offered.ask).toContain('trả lời: đồng ý, hoặc không đồng ý kèm lý do.');
    const declined = of('offer-declined', 'secretariat', {
      act: { type: 'decline-offer', by: byLead, reason: 'Không đủ' },
    });
    expect(declined.paragraphs[0]).toContain('Sở Xây dựng không đồng ý với ngày gia hạn được đề xuất');
  });

  test('reminders go to whoever owes the answer', () => {
    expect(of('extension-reminder', 'secretariat').ask).toContain('xem xét, trả lời đề nghị gia hạn.');
    expect(of('offer-reminder', 'lead').ask).toContain('trả lời: đồng ý');
  });
});

describe('suspension, correction, succession', () => {
  test('suspended and resumed: the time is given back', () => {
    const act: Act = { type: 'suspend', by: byOffice, reason: 'Chờ Luật được thông qua', until: '2025-06-02' };
    const m = of('suspended', 'lead', { act, actBy: OFFICE });
    expect(m.paragraphs).toEqual([
      `Nhiệm vụ dưới đây do Sở Xây dựng chủ trì được tạm hoãn theo quyết định của ${OFFICE}, dự kiến đến ngày 02/06/2025 (thứ Hai).`,
      'Thời gian tạm hoãn không tính vào thời hạn; khi tiếp tục thực hiện, thời hạn được lùi tương ứng.',
    ]);
    expect(m.ask).toContain('không yêu cầu trả lời');
    expect(of('suspension-review', 'secretariat').ask).toContain('cho tiếp tục thực hiện, hoặc giữ tạm hoãn.');
    const resumed = (previousDue?: Day) => of('resumed', 'lead', present({ previousDue })).paragraphs[1];
    expect(resumed()).toBe('Thời hạn đã được lùi bằng thời gian tạm hoãn.');
    expect(resumed('2025-03-10')).toBe('Thời hạn đã được lùi bằng thời gian tạm hoãn.');
    // Suspended and resumed on one day: nothing was moved, and nothing is said to have been.
    expect(resumed('2025-03-14')).toBe('Thời hạn thực hiện không thay đổi.');
  });

  test('corrected: says that what was said before was wrong', () => {
    const act: Act = { type: 'correct', by: byOffice, reason: 'Đọc sai ngày', due: '2025-05-14' };
    const m = of('corrected', 'lead', { act });
    expect(m.paragraphs[0]).toContain('có sai sót và được đính chính như sau.');
    expect(row(m, 'Lý do đính chính')).toBe('Đọc sai ngày');
  });

  test('superseded: by what, and that nothing more is asked', () => {
    const act: Act = {
      type: 'supersede',
      by: byOffice,
      successor: 'Thông báo số 61/TB-VPUBND',
      reason: 'Kết luận mới',
    };
    const m = of('superseded', 'lead', { act });
    expect(m.paragraphs[0]).toContain('được thay thế bằng Thông báo số 61/TB-VPUBND và kết thúc theo dõi.');
    expect(m.ask).toContain('không cần báo cáo thêm');
  });

  test('split: into what, that this one ends, and who hears of the parts', () => {
    const act: Act = {
      ...{ type: 'supersede', by: byOffice, reason: 'Đúng chức năng' },
      successor: '2 nhiệm vụ: mục IV.2.b/1 (Sở Xây dựng, hạn 14/03/2025); mục IV.2.b/2 (Sở Tài chính, hạn 31/03/2025)',
      succession: { id: 't', how: 'split', directives: ['d-1/1', 'd-1/2'] },
    };
    const m = of('split', 'lead', { act });
    expect(m.subject).toMatch(/: Tách nhiệm vụ$/);
    expect(m.paragraphs).toEqual([
      'Nhiệm vụ dưới đây do Sở Xây dựng chủ trì được tách thành 2 nhiệm vụ: mục IV.2.b/1 (Sở Xây dựng, hạn 14/03/2025); mục IV.2.b/2 (Sở Tài chính, hạn 31/03/2025).',
      'Nhiệm vụ này kết thúc theo dõi, không cần báo cáo thêm; việc tiếp tục thực hiện theo nhiệm vụ nêu trên.',
    ]);
    expect(row(m, 'Lý do')).toBe('Đúng chức năng');
  });

  test('merged: what goes on says what it takes up, to its lead and to whoever joins', () => {
    const from = [
      { localId: 'IV.3', noticeNumber: '41/TB-UBND', text: 'Lập dự toán.' },
      { localId: 'I.2', noticeNumber: '42/TB-UBND', text: 'Rà soát hồ sơ.' },
    ];
    const act: Act = {
      ...{ type: 'absorb', by: byOffice, reason: 'Cùng nội dung', from: ['d-2', 'd-3'] },
      joining: [{ name: 'Sở Tài chính' }],
    };
    const facts = { act, directive: { ...DIRECTIVE, origin: { how: 'merged', from } } } as const;
    const m = of('absorbed', 'lead', facts);
    expect(m.paragraphs[0]).toContain('nhận thêm các nhiệm vụ tại mục IV.3 và mục I.2 văn bản số 42/TB-UBND;');
    expect([row(m, 'Nhập từ mục IV.3'), row(m, 'Lý do')]).toEqual(['Lập dự toán.', 'Cùng nội dung']);
    expect(m.ask).toMatch(/tổ chức thực hiện cả phần được nhập vào .*14\/03\/2025/);
    expect(of('absorbed', 'cooperating', facts).ask).toMatch(
      /phối hợp với Sở Xây dựng hoàn thành nhiệm vụ .*14\/03\/2025/,
    );
  });
});
