import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inSentence, withoutLayout } from '../../texts/messages/notice-words.ts';

describe('a letterhead’s capitals in a sentence', () => {
  test.each([
    ['VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HẢI SƠN', 'Văn phòng Ủy ban nhân dân tỉnh Hải Sơn'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['ỦY BAN NHÂN DÂN HUYỆN AN BÌNH TỈNH HẢI SƠN', 'Ủy ban nhân dân huyện An Bình tỉnh Hải Sơn'],
    ['VĂN PHÒNG CHÍNH PHỦ', 'Văn phòng Chính phủ'],
    ['BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Bộ Lao động - Thương binh và Xã hội'],
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', 'Sở Nông nghiệp và Môi trường'],
    ['Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh'],
    ['VĂN PHÒNG UBND TỈNH HẢI SƠN', 'Văn phòng UBND tỉnh Hải Sơn'],
    ['UBND XÃ ĐÔNG HÒA', 'UBND xã Đông Hòa'],
    ['VĂN PHÒNG HĐND VÀ UBND TỈNH HẢI SƠN', 'Văn phòng HĐND và UBND tỉnh Hải Sơn'],
    ['UBND TP. HẢI SƠN', 'UBND TP. Hải Sơn'],
    ['', ''],
  ])('%s', (given, expected) => {
    expect(inSentence(given)).toBe(expected);
  });

  test('changes no letter but its case', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('VĂN PHÒNG', 'TỈNH', 'HẢI', 'VÀ', 'BỘ', 'Y TẾ', ',', '-', 'HUYỆN')),
        (words) => {
          const name = words.join(' ');
          expect(inSentence(name).toLocaleUpperCase('vi')).toBe(name);
        },
      ),
    );
  });
});

describe('the words of a notice without the line ends of its page', () => {
  const long = 'Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính, Sở Xây';
  test.each([
    ['a line that was full goes on', `${long}\ndựng rà soát`, `${long} dựng rà soát`],
    ['a point begins a line', `${long}:\na) Rà soát\nb) Báo cáo`, `${long}:\na) Rà soát\nb) Báo cáo`],
    ['a point after a full line begins one, too', `${long}\n- Rà soát`, `${long}\n- Rà soát`],
    ['a short line was ended on purpose', 'Kết luận\nGiao Sở Y tế', 'Kết luận\nGiao Sở Y tế'],
    ['a paragraph stays one', `${long}\n\nGiao Sở Y tế`, `${long}\n\nGiao Sở Y tế`],
  ])('%s', (_name, given, expected) => {
    expect(withoutLayout(given)).toBe(expected);
  });

  test('changes nothing but white space', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z.:; -]{0,70}$/)), (lines) => {
        const text = lines.join('\n');
        expect(withoutLayout(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
