import { describe, expect, test } from '@jest/globals';
import type { Name } from '../../../notices/index.ts';
import { agencyOfName, CONFIRM_BELOW, doubtsOf, withAgencies } from '../../../office/review/index.ts';
import { reorganisedBy } from '../../../register/index.ts';
import { directiveOf, directory, fileOf, noticeText } from './support.ts';

const AFTER = '2025-03-14';

/** The first directive's names of one sentence, looked up in the sample directory. */
function looked(item: string, date = '14 tháng 3 năm 2025') {
  const file = fileOf(noticeText([item], { date }));
  const known = directory();
  return directiveOf({ ...file, notices: file.notices.map((n) => withAgencies(n, known)) }, '1');
}

const agencies = (names: readonly Name[]) => names.map((n) => [n.name, n.agency, n.agencyConfidence]);

describe('the names of a notice in the directory', () => {
  test('its own name, an abbreviation, a group', () => {
    const d = looked(
      'Giao Sở Nội vụ chủ trì, phối hợp với Bộ CHQS tỉnh và các sở, ban, ngành rà soát biên chế trước ngày 15/4/2025.',
    );
    expect(agencies(d.lead)).toEqual([['Sở Nội vụ', 'so-noi-vu', 1]]);
    expect(agencies(d.cooperating)).toEqual([
      ['Bộ CHQS tỉnh', 'bo-chi-huy-quan-su-tinh', 1],
      ['các sở, ban, ngành', 'cac-so-nganh', 1],
    ]);
    expect(d.warnings).toEqual([]);
  });

  test('a merged agency is its successor from the day of the merger, itself before', () => {
    const item = 'Giao Sở Kế hoạch và Đầu tư rà soát các dự án, báo cáo trước ngày 30/4/2025.';
    const after = looked(item);
    expect(agencies(after.lead)).toEqual([['Sở Kế hoạch và Đầu tư', 'so-tai-chinh', 1]]);
    expect(after.warnings.join()).toMatch(/Sở Kế hoạch và Đầu tư nay là Sở Tài chính/);
    const before = looked(item, '14 tháng 02 năm 2025');
    expect(agencies(before.lead)).toEqual([['Sở Kế hoạch và Đầu tư', 'so-ke-hoach-dau-tu', 1]]);
    expect(before.warnings).toEqual([]);
  });

  test('a misspelling is found with less confidence, said, and needs a person', () => {
    const d = looked('Giao Sở Nông nghệp và Môi trường kiểm tra các hồ, đập trước ngày 15/4/2025.');
    const [lead] = d.lead;
    expect(lead?.agency).toBe('so-nong-nghiep-moi-truong');
    expect(lead?.agencyConfidence).toBeLessThan(0.9);
    expect(d.warnings.join()).toMatch(/“Sở Nông nghệp và Môi trường” gần giống “Sở Nông nghiệp và Môi trường”/);
    expect(d.confidence).toBeGreaterThan(CONFIRM_BELOW);
    expect(doubtsOf(d)).toHaveLength(1);
  });

  test('an unknown name gets no agency and is listed', () => {
    const d = looked('Giao Sở Vũ trụ chủ trì, phối hợp với Sở Y tế lập đề án trước ngày 15/4/2025.');
    expect(agencies(d.lead)).toEqual([['Sở Vũ trụ', undefined, 0]]);
    expect(d.warnings).toEqual(['Danh bạ không có: “Sở Vũ trụ”.']);
  });

  test('a body that the reorganisation of 2025 ended, and no directory lists: itself before, who does its work since', () => {
    const item = 'Đề nghị Bộ Thông tin và Truyền thông rà soát các đài, báo cáo trước ngày 30/4/2025.';
    expect(looked(item).warnings).toEqual([
      'Danh bạ không có “Bộ Thông tin và Truyền thông”: từ 01/03/2025 đơn vị này không còn, việc thuộc Bộ Khoa học và Công nghệ; xem lại đơn vị được giao.',
    ]);
    expect(looked(item, '28 tháng 02 năm 2025').warnings.join()).not.toMatch(/không còn/);
  });

  test('a body that ended is told by its name in any spelling and with its place; the districts’ level by itself', () => {
    expect(reorganisedBy('Sở LĐ-TB&XH tỉnh Hải Sơn', '2025-03-01')?.heirs).toEqual(['Sở Nội vụ']);
    expect(reorganisedBy('Sở KH&ĐT', '2025-02-28')).toBeUndefined();
    expect(reorganisedBy('UBND các huyện, thị xã', '2025-07-01')).toEqual({ since: '2025-07-01', heirs: [] });
    expect(reorganisedBy('UBND huyện Cẩm Hải', '2025-06-30')).toBeUndefined();
    expect(reorganisedBy('Sở Tài chính', '2026-01-01')).toBeUndefined();
  });

  test('an order to the head of an agency is an order to it, an order to a deputy is not', () => {
    const known = directory();
    const id = (name: string) => agencyOfName(known, name, AFTER)?.agency.id;
    expect(id('Giám đốc Sở Y tế')).toBe('so-y-te');
    expect(id('Chủ tịch UBND huyện Cẩm Hải')).toBe('ubnd-huyen-cam-hai');
    expect(id('Chánh Thanh tra tỉnh')).toBe('thanh-tra-tinh');
    expect(id('Thủ trưởng các sở, ngành')).toBe('cac-so-nganh');
    // An alias of its own comes first.
    expect(agencyOfName(known, 'Chủ tịch UBND tỉnh', AFTER)).toMatchObject({
      agency: { id: 'ubnd-tinh' },
      confidence: 1,
    });
    expect(id('Phó Giám đốc Sở Y tế')).toBeUndefined();
    expect(id('Đ/c Phó Giám đốc Sở Y tế')).toBeUndefined();
    expect(id('Giám đốc')).toBeUndefined();
  });

  test.each([
    'Đồng chí',
    'Đ/c',
    'đ/c',
    'Đ / c',
    'Đ.c',
    'ĐC',
    'Các đ/c',
    'các đồng chí',
    'Ông',
    'Bà',
    'Ông/bà',
    'Ông (Bà)',
  ])('the head is addressed as “%s”', (politely) => {
    const known = directory();
    const found = (name: string) => agencyOfName(known, `${politely} ${name}`, AFTER);
    expect(found('Giám đốc Sở y tế')).toMatchObject({ agency: { id: 'so-y-te' }, confidence: 0.95 });
    expect(found('Chánh Thanh tra tỉnh')?.agency.id).toBe('thanh-tra-tinh');
    expect(found('Giám đốc')).toBeUndefined();
  });

  test('looking twice changes nothing: a doubt stays a doubt', () => {
    const file = fileOf(
      noticeText(['Giao Sở Nông nghệp và Môi trường chủ trì, phối hợp với Sở Vũ trụ báo cáo trước ngày 15/4/2025.']),
    );
    const known = directory();
    const once = file.notices.map((n) => withAgencies(n, known));
    expect(once.map((n) => withAgencies(n, known))).toEqual(once);
  });

  test('a directory without agencies says nothing about anybody', () => {
    const file = fileOf();
    const empty = { offices: {}, agencies: [], people: [], positions: [] };
    expect(file.notices.map((n) => withAgencies(n, empty))).toEqual(file.notices);
  });
});
