import { describe, expect, test } from '@jest/globals';
import { readNoticeFile } from '../../notices/index.ts';
import { calendar, inShort } from './support.ts';

describe('the notices that ship are read completely right', () => {
  test('thong-bao-mau.txt', async () => {
    const { text, notices } = await readNoticeFile('notices/samples/thong-bao-mau.txt', { calendar });
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    expect(notice).toMatchObject({
      number: '47/TB-VPUBND',
      issued: '2025-02-24',
      anchor: '2025-02-24',
      issuer: 'VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HẢI SƠN',
      signer: 'Trịnh Quốc Hùng',
    });
    expect(notice?.directives.map(inShort)).toEqual([
      ['II.1', ['Sở Nông nghiệp và Môi trường'], ['Sở Tài chính', 'Sở Xây dựng'], ['2025-03-31']],
      ['II.2', ['UBND huyện An Bình'], [], ['2025-04-14']],
      ['II.3.a', ['Ban Quản lý dự án đầu tư xây dựng tỉnh'], [], ['2025-06-30']],
      ['II.3.b', ['Ban Quản lý dự án đầu tư xây dựng tỉnh'], [], ['2025-03-10']],
      ['II.4', ['Bộ Chỉ huy Quân sự tỉnh'], ['Công an tỉnh', 'UBND các huyện, thị xã, thành phố'], []],
      ['II.5', ['Sở Y tế'], [], ['2025-05-30']],
      ['II.6', ['Sở Tài chính'], [], ['2025-02-24']],
    ]);
    const last = notice?.directives.at(-1);
    expect(last?.deadlines[0]?.recurrence).toBe('FREQ=MONTHLY;BYMONTHDAY=24');
    expect(last?.supervisor.map((n) => n.name)).toEqual(['Sở Tài chính']);
    expect(notice?.directives.flatMap((d) => d.warnings)).toEqual([]);
    for (const d of notice?.directives ?? []) expect(text.slice(d.span[0], d.span[1])).toBe(d.text);
  });

  test('cong-dien-mau.txt', async () => {
    const { notices } = await readNoticeFile('notices/samples/cong-dien-mau.txt', { calendar });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      number: '06/CĐ-UBND',
      issued: '2025-03-03',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH HẢI SƠN',
      signer: 'Vũ Minh Lan',
      urgency: 'hoả tốc',
    });
    expect(notices[0]?.directives.map(inShort)).toEqual([
      ['1', ['Chủ tịch UBND huyện Cẩm Hải'], [], ['2025-03-06']],
      ['2', ['Sở Nông nghiệp và Môi trường'], ['Sở Xây dựng'], ['2025-03-06']],
      ['3', ['Công an tỉnh'], [], [null]],
    ]);
    expect(notices[0]?.directives[0]?.deadlines[0]?.dueTime).toBe('17:00');
  });
});
