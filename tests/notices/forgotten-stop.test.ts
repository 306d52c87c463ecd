import { describe, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { readNotices } from '../../notices/index.ts';

/* Items whose full stop was forgotten: none is taken for the heading of what stands below it. */

const noticesIn = (body: string) => {
  const text = `UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 17/TB-VP\nHải Sơn, ngày 03 tháng 3 năm 2026\nTHÔNG BÁO\nKết luận họp giao ban\nChủ tịch UBND tỉnh kết luận như sau:\n${body}`;
  return readNotices(text, { calendar: civilServants });
};
const read = (body: string) =>
  noticesIn(body).flatMap(({ directives }) =>
    directives.map(({ id, lead, deadlines }) => [id, lead[0]?.name, deadlines[0]?.due ?? null]),
  );
const CLOSING = 'Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.\nCHÁNH VĂN PHÒNG';

describe('the last item, without its full stop,', () => {
  test.each([
    ['1.', '2.'],
    ['a)', 'b)'],
    ['3.1.', '3.2.'],
  ])('%s, %s: is read before the closing of the document', (one, two) => {
    const body = `${one} Sở Y tế mua thuốc dự phòng trước ngày 30/4/2026\n${two} Sở Tài chính cấp kinh phí trước ngày 20/5/2026\n${CLOSING}`;
    expect(read(body).map(([, lead, due]) => [lead, due])).toEqual([
      ['Sở Y tế', '2026-04-29'],
      ['Sở Tài chính', '2026-05-19'],
    ]);
  });

  test('is read before a signature, and without a day', () => {
    const body = '1. Sở Y tế mua thuốc dự phòng.\n2. Sở Tài chính cấp kinh phí\nKT. CHÁNH VĂN PHÒNG';
    expect(read(body).map(([id, lead]) => [id, lead])).toEqual([
      ['1', 'Sở Y tế'],
      ['2', 'Sở Tài chính'],
    ]);
  });

  test('is read before a paragraph without a number, where it says by which day', () => {
    const body = `1. Sở Y tế mua thuốc dự phòng trong quý II/2026\nCác đơn vị còn lại thực hiện theo kế hoạch năm.\n${CLOSING}`;
    expect(read(body)[0]).toEqual(['1', 'Sở Y tế', '2026-06-30']);
  });
});

test('a heading stays a heading, though its text has no number', () => {
  const body = `1. Về công tác y tế\nSở Y tế tổ chức tiêm phòng trước ngày 30/4/2026.\n2. Về ngân sách\nSở Tài chính bố trí kinh phí trước ngày 20/5/2026.\n${CLOSING}`;
  expect(read(body).map(([, lead, due]) => [lead, due])).toEqual([
    ['Sở Y tế', '2026-04-29'],
    ['Sở Tài chính', '2026-05-19'],
  ]);
});

test('a year, a month or a day that happens to begin a line goes on with what it counts', () => {
  const body = `1. Sở Y tế mua thuốc\ncho năm\n2026 trước ngày\n30/4/2026\n2. Sở Tài chính cấp kinh phí năm\n2026 trước ngày 20/5/2026\n${CLOSING}`;
  expect(read(body)).toEqual([
    ['1', 'Sở Y tế', '2026-04-29'],
    ['2', 'Sở Tài chính', '2026-05-19'],
  ]);
});

test('by a verb nobody listed, whoever stands first in what has a day is at least shown as not read', () => {
  const body = `1. Về công tác y tế\nSở Y tế mua thuốc dự phòng trước ngày 30/4/2026.\nSở Y tế đã mua thuốc trước ngày 15/2/2026.\n${CLOSING}`;
  const [notice] = noticesIn(body);
  expect(notice?.unread.map(({ text, why }) => [text, why])).toEqual([
    ['Sở Y tế mua thuốc dự phòng trước ngày 30/4/2026.', 'dated'],
  ]);
});
