import { describe, expect, test } from '@jest/globals';
import { namesAt } from '../../notices/agencies/lists.ts';
import { toNames } from '../../notices/directives/draft.ts';
import { clean } from '../../notices/text/clean.ts';
import { tokenize } from '../../notices/text/tokens.ts';

/** The names a text begins with, and what follows them. */
function namesOf(text: string): [string[], string] {
  const c = clean(text, [[0, text.length]]);
  const tokens = tokenize(c);
  const list = namesAt(tokens, 0);
  if (!list) return [[], text];
  return [toNames({ clean: c, tokens }, list.names).map((n) => n.name), c.text.slice(tokens[list.next]?.start)];
}

describe('agencies by grammar', () => {
  test.each<[string, string[], string]>([
    ['Sở Y tế chủ trì', ['Sở Y tế'], 'chủ trì'],
    ['Sở Khoa học và công nghệ trình', ['Sở Khoa học và công nghệ'], 'trình'],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ lập', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Nội vụ'], 'lập'],
    ['Sở Lao động - Thương binh và Xã hội rà soát', ['Sở Lao động - Thương binh và Xã hội'], 'rà soát'],
    ['Bộ Ngoại giao phối hợp', ['Bộ Ngoại giao'], 'phối hợp'],
    ['Bộ Giáo dục và Đào tạo xây dựng', ['Bộ Giáo dục và Đào tạo'], 'xây dựng'],
    ['Sở GD&ĐT, Sở TT&TT lập kế hoạch', ['Sở GD&ĐT', 'Sở TT&TT'], 'lập kế hoạch'],
    ['Công an tỉnh cắm biển', ['Công an tỉnh'], 'cắm biển'],
    ['các sở, ban, ngành và địa phương báo cáo', ['các sở, ban, ngành và địa phương'], 'báo cáo'],
    ['các Sở: Nội vụ, Tài chính tham mưu', ['các Sở: Nội vụ, Tài chính'], 'tham mưu'],
    ['UBND các huyện, thị xã, thành phố bố trí', ['UBND các huyện, thị xã, thành phố'], 'bố trí'],
    ['UBND các huyện An Bình, Cẩm Hải lập', ['UBND các huyện An Bình, Cẩm Hải'], 'lập'],
    ['các huyện, thị xã và Sở Nội vụ trình', ['các huyện, thị xã', 'Sở Nội vụ'], 'trình'],
    ['Thủ trưởng các sở, ngành; Chủ tịch', ['Thủ trưởng các sở, ngành'], '; Chủ tịch'],
    ['Chủ tịch UBND cấp xã kiểm tra', ['Chủ tịch UBND cấp xã'], 'kiểm tra'],
    ['03 huyện (An Bình, Cẩm Hải, Đông Hòa) phải', ['An Bình', 'Cẩm Hải', 'Đông Hòa'], 'phải'],
    ['Tổng công ty Điện lực Hải Sơn (HSPC) cấp điện', ['Tổng công ty Điện lực Hải Sơn (HSPC)'], 'cấp điện'],
    ['Sở Nội vụ (tiếp nhận từ Sở cũ) rà soát', ['Sở Nội vụ'], 'rà soát'],
    [
      'đồng chí Thượng tá Trần Văn Bình, Phó Giám đốc Công an tỉnh trực tiếp',
      ['đồng chí Thượng tá Trần Văn Bình, Phó Giám đốc Công an tỉnh'],
      'trực tiếp',
    ],
    [
      'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh hoàn thành',
      ['Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh'],
      'hoàn thành',
    ],
    ['Văn phòng HĐND và UBND huyện theo dõi', ['Văn phòng HĐND và UBND huyện'], 'theo dõi'],
    ['Tổ chức hội nghị', [], 'Tổ chức hội nghị'],
    ['Báo cáo kết quả', [], 'Báo cáo kết quả'],
  ])('%s', (text, names, rest) => {
    expect(namesOf(text)).toEqual([names, rest]);
  });
});
