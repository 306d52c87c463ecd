import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../dsl/policy/policy.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { composeMessage, type MessageContent, type MessageFacts } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf, morning, OFFICE } from './support/facts.ts';

const { phrase: _, ...UNDATED } = DIRECTIVE;
const NO_DUE = { ...UNDATED, due: null };
const of = (kind: PostKind, role: Role, day: string, more: Partial<MessageFacts> = {}): MessageContent =>
  composeMessage(factsOf(kind, role, day, more));
const row = (content: MessageContent, label: string) => content.facts.find((f) => f.label === label)?.value;

describe('the fourteen messages', () => {
  test('assignment', () => {
    const m = of('assignment', 'lead', '2025-02-25', { acknowledgeBy: '2025-02-27' });
    expect(m.subject).toBe('41/TB-UBND, mục IV.2.b – Sở Xây dựng – hạn 14/03/2025: Giao nhiệm vụ');
    expect(m.salutation).toBe('đồng chí Nguyễn Văn An, Chuyên viên Sở Xây dựng');
    expect(m.paragraphs).toEqual([
      'Theo Thông báo số 41/TB-UBND ngày 24/02/2025 của Ủy ban nhân dân tỉnh An Phú, Sở Xây dựng được giao chủ trì thực hiện nhiệm vụ dưới đây, phối hợp với Sở Tài chính và Công an tỉnh.',
    ]);
    expect(m.facts).toEqual([
      { label: 'Nhiệm vụ', value: 'Mục IV.2.b' },
      { label: 'Căn cứ', value: 'Thông báo số 41/TB-UBND ngày 24/02/2025 của Ủy ban nhân dân tỉnh An Phú' },
      { label: 'Chủ trì', value: 'Sở Xây dựng' },
      { label: 'Phối hợp', value: 'Sở Tài chính và Công an tỉnh' },
      { label: 'Theo dõi', value: 'Sở Nội vụ' },
      { label: 'Hạn', value: 'Hết ngày 14/03/2025 (thứ Sáu); văn bản ghi “trước ngày 15/3/2025”' },
      { label: 'Còn', value: '17 ngày (13 ngày làm việc), tính đến ngày 25/02/2025' },
    ]);
    expect(m.quote).toBe(DIRECTIVE.text);
    expect(m.ask).toBe(
      `${OFFICE} trân trọng đề nghị đồng chí xác nhận đã nhận nhiệm vụ chậm nhất hết ngày 27/02/2025 (thứ Năm), tổ chức thực hiện và báo cáo kết quả chậm nhất hết ngày 14/03/2025 (thứ Sáu).`,
    );
    expect(m.zalo.body).toMatch(/^Giao nhiệm vụ\. 41\/TB-UBND, mục IV\.2\.b: “Sở Xây dựng .+”\. Trân trọng đề nghị /);
  });

  test('assignment without a deadline, and with one that has passed', () => {
    const none = of('assignment', 'lead', '2025-02-25', { directive: NO_DUE });
    expect(none.subject).toContain('– không quy định hạn:');
    expect(row(none, 'Hạn')).toMatch(/^Không quy định thời hạn/);
    expect(none.ask).toContain('tổ chức thực hiện và báo cáo tiến độ.');
    const late = of('assignment', 'lead', '2025-03-17');
    expect(late.paragraphs[1]).toBe('Thời hạn ghi trong văn bản đã qua khi thông báo này được gửi.');
    expect(late.ask).toContain('trong thời gian sớm nhất (thời hạn hết ngày 14/03/2025 (thứ Sáu) đã qua)');
  });

  test('copy asks those who take part and informs the others', () => {
    const partner = of('copy', 'cooperating', '2025-02-25');
    expect(partner.paragraphs[0]).toContain('nhiệm vụ dưới đây; Sở Tài chính được giao phối hợp.');
    expect(partner.ask).toBe(
      `${OFFICE} trân trọng đề nghị đồng chí xác nhận đã nhận thông báo và phối hợp với Sở Xây dựng hoàn thành nhiệm vụ chậm nhất hết ngày 14/03/2025 (thứ Sáu).`,
    );
    const reader = of('copy', 'supervisor', '2025-02-25');
    expect(reader.ask).toBe(
      `${OFFICE} trân trọng gửi đồng chí để biết và theo dõi; thông báo này không yêu cầu trả lời.`,
    );
  });

  test('deadline-changed', () => {
    const m = of('deadline-changed', 'lead', '2025-03-10', {
      directive: { ...DIRECTIVE, due: '2025-03-31', originalDue: '2025-03-14' },
      previousDue: '2025-03-14',
      actBy: 'Lê Thị Cúc',
      act: { type: 'change-deadline', by: { party: 'secretariat' }, due: '2025-03-31', reason: 'Chờ kiểm định' },
    });
    expect(m.subject).toContain('hạn 31/03/2025: Thay đổi thời hạn');
    expect(m.paragraphs).toEqual([
      'Theo quyết định của Lê Thị Cúc, thời hạn thực hiện nhiệm vụ dưới đây được điều chỉnh thành hết ngày 31/03/2025 (thứ Hai), thay cho ngày 14/03/2025.',
    ]);
    expect(row(m, 'Hạn')).toBe('Hết ngày 31/03/2025 (thứ Hai); đã điều chỉnh, văn bản ghi hạn 14/03/2025');
    expect(row(m, 'Lý do thay đổi')).toBe('Chờ kiểm định');
    expect(m.ask).toContain('tổ chức thực hiện nhiệm vụ chậm nhất hết ngày 31/03/2025');
    const gone = of('deadline-changed', 'lead', '2025-03-10', { directive: NO_DUE, previousDue: '2025-03-14' });
    expect(gone.paragraphs[0]).toBe(
      'Nhiệm vụ dưới đây không còn quy định thời hạn thực hiện, thay cho ngày 14/03/2025.',
    );
  });

  test('deadline-changed by the day of an event', () => {
    const told = (words: string, more: Partial<MessageFacts> = {}) =>
      of('deadline-changed', 'lead', '2025-06-16', {
        directive: { ...UNDATED, phrase: `trong 10 ngày sau khi ${words}`, due: '2025-06-25', originalDue: null },
        previousDue: null,
        act: {
          ...{
            type: 'change-deadline',
            by: { party: 'secretariat' },
            due: '2025-06-25',
            reason: 'Luật số 88/2025/QH15',
          },
          event: { words, on: '2025-06-15' },
        },
        ...more,
      });
    const m = told('Luật Việc làm được thông qua');
    expect(m.subject).toContain('hạn 25/06/2025: Xác định thời hạn');
    expect(m.paragraphs).toEqual([
      'Luật Việc làm được thông qua ngày 15/06/2025; thời hạn thực hiện nhiệm vụ dưới đây là hết ngày 25/06/2025 (thứ Tư).',
    ]);
    expect(row(m, 'Hạn')).toBe(
      'Hết ngày 25/06/2025 (thứ Tư); văn bản ghi “trong 10 ngày sau khi Luật Việc làm được thông qua”',
    );
    expect(row(m, 'Căn cứ xác định ngày')).toBe('Luật số 88/2025/QH15');
    expect(m.ask).toContain('tổ chức thực hiện nhiệm vụ chậm nhất hết ngày 25/06/2025');
    const again = told('kỳ họp thứ 9 Quốc hội khóa XV', { previousDue: '2025-06-20' });
    expect(again.heading).toContain('Xác định lại thời hạn');
    expect(again.paragraphs[0]).toMatch(
      /^Kỳ họp thứ 9 Quốc hội khóa XV diễn ra ngày 15\/06\/2025; .*, thay cho ngày 20\/06\/2025\.$/,
    );
    expect(told('kỳ họp bế mạc', { previousDue: '2025-06-25' }).paragraphs[0]).toMatch(
      /^Kỳ họp bế mạc ngày 15\/06\/2025; .* hết ngày 25\/06\/2025 \(thứ Tư\)\.$/,
    );
  });

  test('acknowledge-reminder', () => {
    const m = of('acknowledge-reminder', 'lead', '2025-02-28');
    expect(m.paragraphs[0]).toBe(
      `Nhiệm vụ dưới đây do Sở Xây dựng chủ trì đã được giao từ ngày 25/02/2025; đến ngày 28/02/2025, ${OFFICE} chưa ghi nhận xác nhận đã nhận nhiệm vụ.`,
    );
    expect(m.ask).toContain('xác nhận đã nhận nhiệm vụ khi nhận được thông báo này và báo cáo kết quả chậm nhất');
  });

  test('due-reminder counts to the day it leaves', () => {
    const five = of('due-reminder', 'lead', '2025-03-07');
    expect(five.subject).toMatch(/: Nhắc hạn, còn 7 ngày$/);
    expect(five.paragraphs[0]).toBe(
      'Nhiệm vụ dưới đây do Sở Xây dựng chủ trì có thời hạn là hết ngày 14/03/2025 (thứ Sáu), còn 7 ngày (5 ngày làm việc).',
    );
    expect(of('due-reminder', 'lead', '2025-03-14').subject).toMatch(/: Nhắc hạn, đến hạn hôm nay$/);
    expect(of('due-reminder', 'lead', '2025-03-17').subject).toMatch(/: Nhắc hạn, quá hạn 3 ngày$/);
  });

  test('a deadline with an hour is over at that hour', () => {
    const directive = { ...DIRECTIVE, due: '2025-03-14', dueTime: '10:00' };
    const before = of('due-reminder', 'lead', '2025-03-14', { directive });
    expect(before.paragraphs[0]).toContain('đến hạn hôm nay, 10 giờ 00 ngày 14/03/2025 (thứ Sáu).');
    // The reminder of the day itself, where the hour was before messages leave.
    const early = { ...directive, dueTime: '07:30' };
    const reminder = of('due-reminder', 'lead', '2025-03-14', { directive: early });
    expect(reminder.subject).toMatch(/: Nhắc hạn, quá hạn hôm nay$/);
    expect(reminder.paragraphs[0]).toContain('đã quá thời hạn là 07 giờ 30 ngày 14/03/2025 (thứ Sáu).');
    const after = of('overdue', 'lead', '2025-03-14', { directive, at: morning('2025-03-14') + 2 * 3_600_000 });
    expect(after.subject).toMatch(/: Quá hạn$/);
    expect(row(after, 'Quá hạn')).toBe('Từ hôm nay, tính đến ngày 14/03/2025');
  });

  test('silence-reminder', () => {
    const m = of('silence-reminder', 'lead', '2025-03-10', { directive: NO_DUE, lastSignAt: morning('2025-02-27') });
    expect(m.paragraphs[0]).toBe(
      `Nhiệm vụ dưới đây do Sở Xây dựng chủ trì chưa có thông tin mới về tiến độ; ${OFFICE} ghi nhận thông tin gần nhất của cơ quan chủ trì ngày 27/02/2025, đến nay đã 11 ngày (7 ngày làm việc).`,
    );
    expect(m.ask).toBe(`${OFFICE} trân trọng đề nghị đồng chí báo cáo tiến độ thực hiện, kể cả khi chưa có kết quả.`);
  });

  test('overdue says one thing and asks each reader for their own part', () => {
    const asks: Partial<Record<Role, string>> = {
      lead: 'trân trọng đề nghị đồng chí khẩn trương hoàn thành nhiệm vụ, gửi báo cáo kết quả; nếu chưa hoàn thành, nêu rõ nguyên nhân và thời gian dự kiến hoàn thành.',
      'headOf(lead)':
        'trân trọng đề nghị đồng chí trực tiếp chỉ đạo Sở Xây dựng hoàn thành nhiệm vụ trong thời gian sớm nhất và cho biết thời gian dự kiến hoàn thành.',
      supervisor: 'kính đề nghị đồng chí xem xét, đôn đốc Sở Xây dựng sớm hoàn thành nhiệm vụ.',
      issuer: 'kính đề nghị đồng chí xem xét, cho ý kiến chỉ đạo.',
      secretariat: 'trân trọng đề nghị đồng chí liên hệ trực tiếp với Sở Xây dựng và cập nhật tình hình thực hiện.',
    };
    for (const [role, ask] of Object.entries(asks)) {
      const m = of('overdue', role as Role, '2025-03-19');
      expect(m.ask).toBe(`${OFFICE} ${ask}`);
      expect(m.paragraphs).toContain(
        'Nhiệm vụ dưới đây do Sở Xây dựng chủ trì đã quá hạn 5 ngày (3 ngày làm việc), thời hạn là hết ngày 14/03/2025 (thứ Sáu).',
      );
    }
    expect(of('overdue', 'supervisor', '2025-03-19').paragraphs[0]).toBe(
      `${OFFICE} kính báo cáo đồng chí về nhiệm vụ được giao theo dõi.`,
    );
    expect(of('overdue', 'issuer', '2025-03-19').paragraphs[0]).toBe(
      `${OFFICE} kính báo cáo đồng chí về nhiệm vụ đã giao.`,
    );
  });

  test('silence-escalation and unacknowledged-escalation', () => {
    const silent = of('silence-escalation', 'headOf(lead)', '2025-03-10');
    expect(silent.paragraphs[0]).toContain('đã được giao từ ngày 25/02/2025; đến nay đã 13 ngày (9 ngày làm việc)');
    expect(silent.ask).toContain('chỉ đạo Sở Xây dựng báo cáo tiến độ thực hiện, kể cả khi chưa có kết quả.');
    const unread = of('unacknowledged-escalation', 'headOf(lead)', '2025-03-10');
    expect(unread.heading).toBe('Nhiệm vụ chưa được xác nhận đã nhận');
    expect(unread.paragraphs[0]).toContain('chưa ghi nhận xác nhận đã nhận của Sở Xây dựng.');
    expect(unread.ask).toContain('chỉ đạo Sở Xây dựng xác nhận đã nhận nhiệm vụ và tổ chức thực hiện.');
  });

  test('result-waiting and approval-reminder', () => {
    const act = {
      type: 'submit-result',
      by: { party: 'lead' },
      text: 'Đã rà soát 12 tuyến.',
      evidence: ['88/BC-SXD'],
    } as const;
    const submittedAt = morning('2025-03-12');
    const waiting = of('result-waiting', 'secretariat', '2025-03-12', { act, submittedAt, actBy: 'Nguyễn Văn An' });
    expect(waiting.paragraphs[0]).toBe('Ngày 12/03/2025, Nguyễn Văn An đã gửi kết quả thực hiện nhiệm vụ dưới đây.');
    expect(row(waiting, 'Kết quả gửi')).toBe('Đã rà soát 12 tuyến.');
    expect(row(waiting, 'Tài liệu')).toBe('88/BC-SXD');
    expect(waiting.ask).toContain('xem xét kết quả: chấp thuận, hoặc trả lại kèm lý do.');
    const again = of('approval-reminder', 'secretariat', '2025-03-17', { submittedAt });
    expect(again.paragraphs[0]).toBe(
      'Kết quả thực hiện nhiệm vụ dưới đây của Sở Xây dựng gửi ngày 12/03/2025 đến nay chưa được xem xét, đã 5 ngày (3 ngày làm việc).',
    );
    expect(again.paragraphs[1]).toBe('Nhiệm vụ tiếp tục được theo dõi cho đến khi kết quả được chấp thuận.');
  });

  test('returned', () => {
    const m = of('returned', 'lead', '2025-03-13', {
      submittedAt: morning('2025-03-12'),
      act: { type: 'return', by: { party: 'secretariat' }, reason: 'Thiếu phụ lục số liệu' },
    });
    expect(m.paragraphs[0]).toBe(
      'Kết quả thực hiện nhiệm vụ dưới đây của Sở Xây dựng gửi ngày 12/03/2025 chưa được chấp thuận và được trả lại để hoàn thiện.',
    );
    expect(row(m, 'Lý do trả lại')).toBe('Thiếu phụ lục số liệu');
    expect(m.ask).toContain('hoàn thiện theo lý do trả lại và gửi lại kết quả chậm nhất hết ngày 14/03/2025');
  });

  test('approved and cancelled ask for nothing more', () => {
    const approved = of('approved', 'lead', '2025-03-13', { act: { type: 'approve', by: { party: 'secretariat' } } });
    expect(approved.paragraphs[0]).toBe(
      'Kết quả thực hiện nhiệm vụ dưới đây của Sở Xây dựng đã được chấp thuận; nhiệm vụ kết thúc theo dõi.',
    );
    expect(approved.ask).toContain('cảm ơn sự phối hợp; nhiệm vụ này không cần báo cáo thêm.');
    const cancelled = of('cancelled', 'lead', '2025-03-13', {
      act: { type: 'cancel', by: { party: 'secretariat' }, reason: 'Trùng nhiệm vụ' },
    });
    expect(cancelled.paragraphs[0]).toContain('đã được hủy và không còn được theo dõi, đôn đốc.');
    expect(row(cancelled, 'Lý do hủy')).toBe('Trùng nhiệm vụ');
  });
});

describe('an urgent notice', () => {
  test('is called so first of all in the subject and the facts; what is not urgent is not', () => {
    const urgent = of('assignment', 'lead', '2025-02-25', { directive: { ...DIRECTIVE, urgency: 'hỏa tốc' } });
    expect(urgent.subject).toBe('HỎA TỐC – 41/TB-UBND, mục IV.2.b – Sở Xây dựng – hạn 14/03/2025: Giao nhiệm vụ');
    expect(urgent.facts[0]).toEqual({ label: 'Độ khẩn', value: 'Hỏa tốc' });
    expect([urgent.heading, urgent.zalo.title]).toEqual(['Hỏa tốc: giao nhiệm vụ', 'Hỏa tốc: giao nhiệm vụ']);
    const calm = of('assignment', 'lead', '2025-02-25');
    expect([row(calm, 'Độ khẩn'), calm.zalo.title]).toEqual([undefined, 'Giao nhiệm vụ']);
  });
});

describe('never stronger than the facts', () => {
  test('people told on one day stand together, many of them are counted', () => {
    const told = (day: string, ...names: string[]) =>
      names.map((to) => ({ at: morning(day), to, kind: 'copy' as const, outcome: 'accepted' as const }));
    const earlier = [...told('2025-02-25', 'An', 'Bình', 'Dung', 'Em', 'Giang'), ...told('2025-03-07', 'An', 'An')];
    expect(row(of('overdue', 'headOf(lead)', '2025-03-19', { earlier }), 'Đã gửi')).toBe(
      '2 lần: 25/02/2025 (An, Bình, Dung và 2 người khác); 07/03/2025 (An)',
    );
  });

  test('only what a channel took is called sent', () => {
    const at = morning;
    const m = of('overdue', 'headOf(lead)', '2025-03-19', {
      earlier: [
        { at: at('2025-02-25'), to: 'Nguyễn Văn An', kind: 'assignment', outcome: 'accepted' },
        { at: at('2025-02-25'), to: 'Nguyễn Văn An', kind: 'assignment', outcome: 'unknown' },
        { at: at('2025-03-07'), to: 'Nguyễn Văn An', kind: 'due-reminder', outcome: 'unknown' },
        { at: at('2025-03-10'), to: 'Nguyễn Văn An', kind: 'due-reminder', outcome: 'refused' },
        { at: at('2025-03-13'), to: 'Nguyễn Văn An', kind: 'due-reminder', outcome: 'planned' },
      ],
    });
    expect(row(m, 'Đã gửi')).toBe('1 lần: 25/02/2025 (Nguyễn Văn An)');
    expect(row(m, 'Chưa rõ kết quả')).toBe('1 lần: 07/03/2025 (Nguyễn Văn An)');
  });

  test('what is not known is left out', () => {
    const m = composeMessage({
      kind: 'silence-escalation',
      stage: 'escalate',
      cause: { rung: { whenSilentFor: { workingDays: 15 } } },
      directive: {
        ...{ id: 'd', localId: '', text: 'Báo cáo.', noticeNumber: null, issuer: '' },
        ...{ leadNames: [], cooperatingNames: [], supervisorNames: [] },
      },
      recipient: { name: 'Sở Xây dựng', agencyName: 'Sở Xây dựng', role: 'headOf(lead)' },
      at: morning('2025-03-19'),
      officeName: OFFICE,
    });
    expect(m.salutation).toBe('Sở Xây dựng');
    expect(m.paragraphs).toEqual([
      'Nhiệm vụ dưới đây chưa có thông tin về tiến độ được ghi nhận trong 15 ngày làm việc qua.',
    ]);
    expect(row(m, 'Chủ trì')).toBe('Chưa xác định');
    expect(m.ask).toContain('đề nghị quý cơ quan chỉ đạo cơ quan chủ trì báo cáo tiến độ');
  });
});
