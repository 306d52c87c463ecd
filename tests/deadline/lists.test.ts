import { describe, expect, test } from '@jest/globals';
import { readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { daysOfRule } from '../../dsl/time/recurrence.ts';
import { recurrenceText } from '../../texts/deadline-rules.ts';
import { read, readsAs } from './table.ts';

describe('several limits in one phrase', () => {
  readsAs(
    '2026-03-03',
    `
    trước các ngày 10/6, 10/9, 10/12/2026 → 2026-06-09 + 2026-09-09 + 2026-12-09
    trong tháng 6 và tháng 9/2026 → 2026-06-30 + 2026-09-30
    trong tháng 6, tháng 9 và tháng 12 năm 2026 → 2026-06-30 + 2026-09-30 + 2026-12-31
    vào các tháng 6, 9, 12 năm 2026 → 2026-06-30 + 2026-09-30 + 2026-12-31
    trong quý II và quý IV năm 2026 → 2026-06-30 + 2026-12-31
    vào ngày 30/6/2026 và ngày 31/12/2026 → 2026-06-30 + 2026-12-31
    trước ngày 10 và ngày 25 tháng 6 năm 2026 → 2026-06-09 + 2026-06-24
    vào các ngày 10, 20 và 30/6/2026 → 2026-06-10 + 2026-06-20 + 2026-06-30
    chậm nhất ngày 15/6; 15/9; 15/12/2026 → 2026-06-15 + 2026-09-15 + 2026-12-15
    trước ngày 15/12/2025 và 15/6 → 2025-12-14 + 2026-06-14
    trước ngày 15/12 và 15/6 → 2026-12-14 + 2026-06-14
    trong tháng 11 và tháng 01/2027 → 2026-11-30 + 2027-01-31
    trong tháng 3 và tháng 4 năm 2026 → 2026-04-30 from:2026-03-01
    Quý II, III/2026 → 2026-09-30 from:2026-04-01
    trong tháng 6, 12 xã hoàn thành → 2026-06-30
    `,
  );
});

describe('the days and the end of what comes again', () => {
  readsAs(
    '2026-03-03',
    `
    vào ngày 15 và ngày cuối cùng hằng tháng → 2026-03-15 FREQ=MONTHLY;BYMONTHDAY=15,-1
    ngày 31 hằng tháng → 2026-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    ngày 30 hằng tháng → 2026-03-30 FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1
    ngày 30 tháng cuối quý → 2026-03-30 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=30
    hằng ngày đến hết ngày 07/3 → 2026-03-03 FREQ=DAILY;UNTIL=20260307
    hằng ngày trước 16 giờ đến hết ngày 10/3/2026 → 2026-03-03 16:00 FREQ=DAILY;UNTIL=20260310
    hằng tháng đến hết tháng 6 → 2026-03-31 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260630
    thứ Sáu hằng tuần cho đến hết năm 2026 → 2026-03-06 FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231
    hằng tháng, đến ngày 25 → 2026-03-25 FREQ=MONTHLY;BYMONTHDAY=25
    hằng ngày trước 8 giờ và 16 giờ → 2026-03-03 08:00 FREQ=DAILY + 2026-03-03 16:00 FREQ=DAILY
    2 lần/ngày (trước 9 giờ và trước 15 giờ) → 2026-03-03 09:00 FREQ=DAILY + 2026-03-03 15:00 FREQ=DAILY
    trước ngày 31/01 năm liền kề → 2027-01-30 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30
    `,
  );

  test('a day that a month does not have is its last day, in the rule and in words', () => {
    const rule = read('ngày 30 hằng tháng', '2025-01-01')[0]?.recurrence ?? '';
    expect(daysOfRule(rule, '2025-01-01', '2025-12-31').map((d) => d.slice(5))).toEqual([
      ...['01-30', '02-28', '03-30', '04-30', '05-30', '06-30', '07-30', '08-30', '09-30', '10-30', '11-30', '12-30'],
    ]);
    expect(recurrenceText(rule)).toBe('ngày 30 (tháng thiếu: ngày cuối tháng) hằng tháng');
  });

  test('“hằng năm” earlier in a sentence about reports says what a day without its year is', () => {
    const text =
      'Các đơn vị có trách nhiệm báo cáo kết quả triển khai, thực hiện hằng năm gửi Sở Nội vụ trước ngày 20/11 để tổng hợp.';
    expect(read(text, '2026-03-03').map((d) => d.recurrence)).toEqual(['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=19']);
  });
});

describe('lengths, weeks, dots, targets', () => {
  readsAs(
    '2026-03-03',
    `
    trong thời hạn 1,5 tháng kể từ ngày ký → 2026-04-17
    trong vòng 1,5 năm kể từ ngày ký → 2027-09-03
    hoàn thành trước 15.12 → 2026-12-14
    hoàn thành trong tuần 50 → 2026-12-13
    trước tuần 50/2026 → 2026-12-06
    trong tuần thứ 12 của năm 2026 → 2026-03-22
    tỷ lệ hộ nghèo giảm còn 1% vào năm 2030 → none
    phấn đấu đến năm 2030 đạt 100% xã có nước sạch → none
    hoàn thành hồ sơ vào năm 2030 → 2030-12-31
    thường xuyên trong tháng → -
    `,
  );
});

describe('days that the notice leaves open', () => {
  test.each([
    'trước ngày …/…/2025',
    'trước ngày     tháng 5 năm 2025',
    'trước ngày tháng 5 năm 2025',
    'trước ngày ...../5/2025',
    'trước ngày ___/5/2025',
    'chậm nhất ngày 15/…/2025',
    'đến hết ngày … tháng … năm 2025',
    'trước ngày [nhập ngày]',
    'trước ngày xx/5/2025',
    'trong quý …/2025',
    'hạn: …/…/2025',
    'trước ngày ??/5/2025',
    'trước ngày 00/5/2025',
    'trước ngày (sẽ bổ sung)',
    'trong thời hạn … ngày làm việc',
    'trong vòng ... tháng',
  ])('%s', (phrase) => {
    const context = { anchor: '2025-03-03', calendar: civilServants } as const;
    for (const text of [phrase, `Sở Y tế trình phương án bảo đảm thuốc cho trạm y tế tuyến xã ${phrase}.`]) {
      const [d, ...more] = readDeadlines(text, context);
      expect([d?.rule, d?.due, more.length]).toEqual(['left-open', null, 0]);
    }
  });

  test.each([
    'trước ngày khai giảng',
    'trước ngày 15/5/2025',
    'trước ngày mai',
    'trong thời hạn 05 ngày',
    'trước ngày họp (ghi hình lại)',
  ])('%s is none of them', (phrase) => {
    expect(read(phrase).map((d) => d.rule)).not.toContain('left-open');
  });
});

describe('one of two days: the first is taken, the other is said, and somebody is asked', () => {
  test.each<[string, string, string[]]>([
    ['Sở Y tế báo cáo trước 30/6 hoặc 31/7.', '2025-06-29', ['2025-07-30']],
    ['Sở Y tế báo cáo trước ngày 30/6/2025 hoặc ngày 31/7/2025.', '2025-06-29', ['2025-07-30']],
    ['Sở Y tế báo cáo chậm nhất ngày 30/11, hoặc 31/01/2026.', '2025-11-30', ['2026-01-31']],
    ['Sở Y tế báo cáo trong quý II hoặc quý III/2025.', '2025-06-30', ['2025-09-30']],
    ['Sở Y tế báo cáo trong tháng 6 hoặc là tháng 7/2025.', '2025-06-30', ['2025-07-31']],
  ])('%s', (text, due, others) => {
    const [only, ...more] = read(text);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ due, alternatives: others });
    expect(only?.confidence).toBeLessThan(0.75);
    expect(text).toContain(only?.phrase);
    expect(only?.phrase).toMatch(/hoặc/u);
  });

  test('“hoặc” before anything else joins no days', () => {
    expect(read('Sở Y tế báo cáo trước ngày 30/6/2025 hoặc khi có yêu cầu.')).toMatchObject([
      { due: '2025-06-29', phrase: 'trước ngày 30/6/2025' },
    ]);
  });
});
