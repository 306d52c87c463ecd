import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sameNotice } from '../../office/same-notice.ts';
import type { NoticeRecord } from '../../register/index.ts';

const LINES = [
  'Sở Tài chính bố trí kinh phí, hoàn thành chậm nhất ngày 30/11/2026.',
  'Sở Công Thương rà soát chợ dân sinh, báo cáo trước ngày 20/12/2026.',
  'Sở Y tế lập phương án bảo đảm thuốc cho các trạm y tế trong quý IV năm 2026.',
  'Ủy ban nhân dân xã Tân Lập kiểm tra các hộ kinh doanh trên địa bàn, tổng hợp trước ngày 05/12/2026.',
];
const text = (lines: readonly string[]) => `THÔNG BÁO\nKết luận phiên họp tháng 10\n${lines.join('\n')}\n`;

const notice = (over: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...{ id: 'a', number: '88/TB-VP', issued: '2026-11-02', anchor: '2026-11-02', issuer: 'Văn phòng UBND tỉnh' },
  ...{ signer: null, urgency: null, text: text(LINES), fileName: null, contentSha256: 'a', registeredAt: 0 },
  ...over,
});

describe('another text of a notice the register holds', () => {
  test('is known by number, day and issuer, however much was corrected; the difference is shown', () => {
    const draft = notice({
      number: ' 88 / tb-vp',
      text: text(LINES.slice(1)).replace('rà soát chợ', 'rà soát các chợ'),
    });
    const same = sameNotice(draft, [notice()]);
    expect(same).toMatchObject({ by: 'identity', notice: { id: 'a' } });
    expect(same?.differences.join('\n')).toContain('[∅ → các]');
    expect(sameNotice({ ...draft, issuer: null }, [notice()])?.by).toBe('identity');
  });

  test('is known by its words where a letterhead was left out', () => {
    const draft = notice({ number: null, issued: null, issuer: null, text: text(LINES).replace('30/11', '29/11') });
    expect(sameNotice(draft, [notice()])).toMatchObject({ by: 'words' });
  });

  test('another day, number or issuer is another notice, where the words differ', () => {
    const words = text(['Sở Xây dựng trình đề án nhà ở xã hội trước ngày 15/01/2027.']);
    for (const other of [
      notice({ text: words, issued: '2026-11-09' }),
      notice({ text: words, number: '89/TB-VP' }),
      notice({ text: words, issuer: 'Văn phòng Chính phủ' }),
    ]) {
      expect(sameNotice(other, [notice()])).toBeUndefined();
    }
  });

  test('one word changed anywhere never makes another notice of it', () => {
    const words = text(LINES).split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.constantFrom('', 'các', '31/12/2026'), (at, word) => {
        const changed = words.map((w, i) => (i === at ? word : w)).join(' ');
        expect(sameNotice(notice({ number: null, text: changed }), [notice()])).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
