import { describe, expect, test } from '@jest/globals';
import { namesAt } from '../../notices/agencies/lists.ts';
import { decodeNotice } from '../../notices/decode.ts';
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
    ['các Sở: Nội vụ, Tài chính tham mưu', ['Sở Nội vụ', 'Sở Tài chính'], 'tham mưu'],
    [
      'Bộ trưởng các Bộ: Xây dựng, Nông nghiệp và Môi trường, Công an và các bộ, ngành liên quan chỉ đạo',
      [
        'Bộ trưởng Bộ Xây dựng',
        'Bộ trưởng Bộ Nông nghiệp và Môi trường',
        'Bộ trưởng Bộ Công an',
        'các bộ, ngành liên quan',
      ],
      'chỉ đạo',
    ],
    ['các Sở Tài chính, Y tế và Công Thương lập', ['Sở Tài chính', 'Sở Y tế', 'Sở Công Thương'], 'lập'],
    ['các Sở, ngành: Nội vụ, Công an tỉnh, Y tế lập', ['Sở Nội vụ', 'Công an tỉnh', 'Sở Y tế'], 'lập'],
    ['Bộ Quốc phòng, Bộ Công an chỉ đạo', ['Bộ Quốc phòng', 'Bộ Công an'], 'chỉ đạo'],
    ['Sở Kế hoạch & Đầu tư chủ trì', ['Sở Kế hoạch & Đầu tư'], 'chủ trì'],
    ['Đ/c Giám đốc Sở Y tế chỉ đạo', ['Đ/c Giám đốc Sở Y tế'], 'chỉ đạo'],
    ['Thuế tỉnh rà soát', ['Thuế tỉnh'], 'rà soát'],
    ['BQLDA ĐTXD huyện khẩn trương', ['BQLDA ĐTXD huyện'], 'khẩn trương'],
    ['các cơ sở đào tạo trực thuộc Bộ nghiêm túc', ['các cơ sở đào tạo trực thuộc Bộ'], 'nghiêm túc'],
    ['các tổ chức, cá nhân, doanh nghiệp thực hiện', ['các tổ chức', 'cá nhân', 'doanh nghiệp'], 'thực hiện'],
    ['Chủ đầu tư phối hợp', ['Chủ đầu tư'], 'phối hợp'],
    ['Sở Xây dựng Theo dõi, đôn đốc', ['Sở Xây dựng'], 'Theo dõi, đôn đốc'],
    [
      'Ban Quản lý các khu chế xuất và công nghiệp Hải Sơn rà soát',
      ['Ban Quản lý các khu chế xuất và công nghiệp Hải Sơn'],
      'rà soát',
    ],
    [
      'Chánh Văn phòng Ban chỉ đạo phòng thủ dân sự tỉnh điều phối',
      ['Chánh Văn phòng Ban chỉ đạo phòng thủ dân sự tỉnh'],
      'điều phối',
    ],
    ['UBND các huyện, thị xã, thành phố bố trí', ['UBND các huyện, thị xã, thành phố'], 'bố trí'],
    ['UBND các huyện An Bình, Cẩm Hải lập', ['UBND huyện An Bình', 'UBND huyện Cẩm Hải'], 'lập'],
    [
      'Chủ tịch UBND các xã: An Bình, Cẩm Hải và phường Tân Mỹ rà soát',
      ['Chủ tịch UBND xã An Bình', 'Chủ tịch UBND xã Cẩm Hải', 'Chủ tịch UBND phường Tân Mỹ'],
      'rà soát',
    ],
    [
      'Ủy ban nhân dân các tỉnh, thành phố: Gia Lai, Huế, Cà Mau bố trí',
      ['Ủy ban nhân dân tỉnh Gia Lai', 'Ủy ban nhân dân thành phố Huế', 'Ủy ban nhân dân tỉnh Cà Mau'],
      'bố trí',
    ],
    ['UBND các xã, phường An Bình, Cẩm Hải lập', ['UBND các xã, phường An Bình, Cẩm Hải'], 'lập'],
    [
      'các Đảng ủy: Chính phủ; Quốc hội; Bộ Giáo dục và Đào tạo căn cứ',
      ['Đảng ủy Chính phủ', 'Đảng ủy Quốc hội', 'Đảng ủy Bộ Giáo dục và Đào tạo'],
      'căn cứ',
    ],
    ['Các Đảng uỷ Bộ Tài chính, Bộ Nội vụ lập', ['Đảng uỷ Bộ Tài chính', 'Đảng uỷ Bộ Nội vụ'], 'lập'],
    [
      'các Trung tâm: Y tế, Khuyến nông và Sở Nội vụ lập',
      ['Trung tâm Y tế', 'Trung tâm Khuyến nông', 'Sở Nội vụ'],
      'lập',
    ],
    ['các đoàn thể Trung ương lãnh đạo, chỉ đạo', ['các đoàn thể Trung ương'], 'lãnh đạo, chỉ đạo'],
    ['các cơ quan ngoại giao báo cáo', ['các cơ quan ngoại giao'], 'báo cáo'],
    ['các hãng hàng không rà soát', ['các hãng hàng không'], 'rà soát'],
    ['UBND các tỉnh, thành phố Khẩn trương rà soát', ['UBND các tỉnh, thành phố'], 'Khẩn trương rà soát'],
    ['Phó Chủ tịch nước chỉ đạo', ['Phó Chủ tịch nước'], 'chỉ đạo'],
    ['Thanh tra, kiểm tra việc thực hiện', [], 'Thanh tra, kiểm tra việc thực hiện'],
    ['Thanh tra tỉnh kiểm tra', ['Thanh tra tỉnh'], 'kiểm tra'],
    [
      'Ban Thường vụ Đảng ủy Tòa án nhân dân tối cao tổng hợp',
      ['Ban Thường vụ Đảng ủy Tòa án nhân dân tối cao'],
      'tổng hợp',
    ],
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

test('letters that only look Vietnamese are the ones that are meant', () => {
  const text = new TextEncoder().encode('1. Sở Công Thƣơng báo cáo trƣớc ngày 30/4/2025.\n2. ÐỀ NGHỊ Sở Y tế báo cáo.');
  expect(decodeNotice(text, 'a.txt')).toBe(
    '1. Sở Công Thương báo cáo trước ngày 30/4/2025.\n2. ĐỀ NGHỊ Sở Y tế báo cáo.',
  );
});
