import { describe, expect, test } from '@jest/globals';
import { orderSignOf, toldAt } from '../../notices/directives/order-signs.ts';
import { secondOrders } from '../../notices/directives/second-orders.ts';
import { parse } from '../../notices/directives/segments.ts';
import { readNotices } from '../../notices/index.ts';
import { readLines } from '../../notices/structure/lines.ts';
import { readParagraphs } from '../../notices/structure/paragraphs.ts';
import { clean } from '../../notices/text/clean.ts';
import { calendar } from './support.ts';

const HEAD = 'Hải Sơn, ngày 03 tháng 3 năm 2026\n\n';

function sign(text: string) {
  const parsed = parse(clean(text, [[0, text.length]]));
  return orderSignOf(parsed, { from: 0, to: parsed.tokens.length });
}

function unreadIn(text: string) {
  return readNotices(HEAD + text, { calendar }).flatMap((n) => n.unread.map((u) => [u.why, u.text]));
}

describe('the signs of an order, by its words alone', () => {
  test.each([
    ['Nay giao cho đồng chí Giám đốc Sở Y tế lo việc này.', 'handed'],
    ['Về kinh phí: Sở Tài chính chịu trách nhiệm.', 'charged'],
    ['Sở Tài chính thu xếp rồi báo cáo.', 'subject'],
    ['Việc này do Sở Y tế chủ trì.', 'part'],
  ])('%s: %s', (text, expected) => {
    expect(sign(text)).toBe(expected);
  });

  test.each([
    'Theo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT.',
    'Sở Y tế đã chỉ đạo các đơn vị.',
    'Kinh phí năm 2026 tăng 12 phần trăm so với năm trước.',
  ])('none in: %s', (text) => {
    expect(sign(text)).toBeNull();
  });

  test('one body told something at the beginning of a clause, no sort of bodies and no report', () => {
    const at = (text: string) => {
      const parsed = parse(clean(text, [[0, text.length]]));
      return toldAt(parsed, { from: 0, to: parsed.tokens.length });
    };
    expect(at('Thanh tra tỉnh kiểm tra việc này')).toBe(0);
    expect(at('giao Thanh tra tỉnh việc này')).toBe(1);
    expect(at('các đơn vị kiểm tra việc này')).toBeNull();
    expect(at('Thanh tra tỉnh đã kiểm tra việc này')).toBeNull();
  });
});

describe('what was not read is said', () => {
  test('an order to another body inside a directive that was read, but not one to those it names', () => {
    const text = 'Sở Y tế rà soát hồ sơ; Thanh tra tỉnh kiểm tra rồi báo cáo; Sở Nội vụ lập danh sách.';
    const paragraphs = readParagraphs(readLines(text));
    const told = (lead: string[]) => ({
      span: [0, text.length] as const,
      lead: lead.map((name) => ({ name, span: null })),
      cooperating: [{ name: 'Sở Nội vụ', span: null }],
    });
    const beside = (lead: string[]) => secondOrders(paragraphs, [told(lead)]).map(([a, b]) => text.slice(a, b));
    expect(beside(['Sở Y tế'])).toEqual(['Thanh tra tỉnh kiểm tra rồi báo cáo;']);
    expect(beside(['Sở Y tế', 'Thanh tra tỉnh'])).toEqual([]);
  });

  test('an order in a section that describes, where one body has a part in it by the very verb', () => {
    const text =
      'I. MỤC ĐÍCH\n\n1. Nâng cao nhận thức.\n\n2. Khen thưởng cấp tỉnh: Sở Nội vụ phối hợp với các đơn vị xét chọn.';
    expect(unreadIn(text)).toEqual([['order', 'Khen thưởng cấp tỉnh: Sở Nội vụ phối hợp với các đơn vị xét chọn.']]);
  });

  test('nothing of what every document says: its effect, its date, its closing', () => {
    expect(
      unreadIn(
        'QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2026.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nTrên đây là Kế hoạch năm 2026, Văn phòng thông báo để các đơn vị biết, thực hiện./.',
      ),
    ).toEqual([]);
  });
});

test('a place whose second syllable is a verb too is a whole name; a verb ends a list', () => {
  const cooperating = (text: string) =>
    readNotices(`${HEAD}I. NHIỆM VỤ\n\n1. ${text}`, { calendar })[0]?.directives[0]?.cooperating.map((n) => n.name);
  expect(cooperating('Sở Y tế phối hợp với UBND phường Tân Lập và UBND xã An Phú rà soát hồ sơ.')).toEqual([
    'UBND phường Tân Lập',
    'UBND xã An Phú',
  ]);
  expect(cooperating('Sở Y tế, trên cơ sở phối hợp với Công an tỉnh, tổ chức phân luồng bệnh nhân.')).toEqual([
    'Công an tỉnh',
  ]);
});

test('a feast alone is an occasion, no deadline', () => {
  const [d] = readNotices(`${HEAD}I. NHIỆM VỤ\n\n1. Sở Y tế phân công trực Tết.`, { calendar })[0]?.directives ?? [];
  expect(d?.deadlines).toEqual([]);
});

test.each([
  '- Chánh Văn phòng Ban Chỉ đạo phòng thủ dân sự tỉnh.',
  '1. Nguồn ngân sách tỉnh và các nguồn hợp pháp khác.',
  'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về Sở Y tế.',
  'Sau khi nghe Sở Y tế báo cáo và ý kiến của các đơn vị, các sở tiếp tục rà soát.',
])('no order is missed in: %s', (text) => {
  expect(unreadIn(`II. NHIỆM VỤ\n\n1. Sở Nội vụ rà soát biên chế.\n\n${text}`)).toEqual([]);
});

test('an introduction that opens with its purpose says no more than the list below it, one that opens with a body may', () => {
  const purpose =
    'Để bảo đảm an toàn cho người dân trong mùa mưa lũ, khắc phục nhanh hậu quả thiên tai, ổn định sản xuất và đời sống Nhân dân các xã vùng cao, UBND tỉnh yêu cầu các sở, ban, ngành, UBND các xã tập trung các nhiệm vụ sau:';
  expect(unreadIn(`${purpose}\n\n1. Sở Y tế rà soát cơ số thuốc.`)).toEqual([]);
});
