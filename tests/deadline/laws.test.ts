import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, isDay, weekday } from '../../dsl/time/day.ts';
import { isWorkingDay, workingDaysBetween } from '../../dsl/time/work-calendar.ts';
import { deadlineRuleText, recurrenceText } from '../../texts/deadline-rules.ts';
import { cases } from '../support/depth.ts';
import { growth } from '../support/growth.ts';
import { read } from './table.ts';

const SYLLABLES =
  `trước sau trong đến hết từ kể chậm nhất không quá hạn ngày tháng năm quý tuần giờ thứ hằng hàng mỗi định kỳ đầu giữa cuối nửa thượng
  hạ trung một hai ba bốn năm sáu bảy mười mươi lăm làm việc ký ban hành nhận được khi họp đại hội Tết lễ rằm Giêng Chạp âm lịch mồng
  này sau tới nay mai kia của các và lần tiếp theo cùng hoàn thành xong đã yêu cầu báo cáo kết thúc học giai đoạn 1 2 3 12 15 24 31 2025
  2026 15/3/2025 31/12 17h00 II IV QIII T4 / - , . ; : ( ) 5% số 06/QĐ-TTg l5/O4/2O25 \n \n\n \t | ** truoc ngay thang`.split(
    / +/,
  );

const phraseLike = fc.array(fc.constantFrom(...SYLLABLES), { maxLength: 24 }).map((words) => words.join(' '));
const glued = fc.array(fc.constantFrom(...SYLLABLES), { maxLength: 12 }).map((words) => words.join(''));
const anyText = fc.oneof(
  phraseLike,
  glued,
  fc.string({ maxLength: 120, unit: 'binary' }),
  fc.string({ maxLength: 200 }),
);
const anchors = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n));

describe('laws of every reading', () => {
  test('never throws; spans lie in the text, in order and apart; the phrase is the slice; days are real', () => {
    fc.assert(
      fc.property(anyText, anchors, (text, anchor) => {
        let last = 0;
        for (const d of readDeadlines(text, { anchor, calendar: civilServants })) {
          const [start, end] = d.span;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(d.phrase).toBe(text.slice(start, end).replace(/\s+/g, ' ').trim());
          for (const day of [d.due, d.from, ...(d.alternatives ?? [])]) if (day) expect(isDay(day)).toBe(true);
          if (d.dueTime !== undefined) expect(d.dueTime).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
          expect(d.alternatives ?? []).not.toContain(d.due);
          expect(d.confidence).toBeGreaterThan(0);
          expect(d.confidence).toBeLessThanOrEqual(1);
          expect(deadlineRuleText(d.rule)).not.toBe(d.rule);
          if (d.recurrence !== undefined) expect(recurrenceText(d.recurrence)).not.toBe('');
          last = end;
        }
      }),
      { numRuns: cases(1000, 10_000) },
    );
  });

  test('marks typed apart (NFD) give the same days at the same words', () => {
    fc.assert(
      fc.property(phraseLike, (text) => {
        const days = (t: string) =>
          read(t.normalize(t === text ? 'NFC' : 'NFD')).map((d) => [
            d.phrase.normalize('NFC'),
            d.due,
            d.from,
            d.recurrence,
          ]);
        expect(days(`${text} `)).toEqual(days(text));
      }),
      { numRuns: cases(400, 5000) },
    );
  });

  test('white space, line breaks and capitals change no day', () => {
    const phrases = [
      'trước ngày 15 tháng 3 năm 2025',
      'trong quý II năm 2025',
      'chậm nhất ngày 27/6/2025',
      'trong vòng 06 ngày làm việc kể từ ngày ký',
      'trước ngày 22 hằng tháng',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        fc.array(fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', ' \n'), { minLength: 12, maxLength: 12 }),
        (phrase, gaps) => {
          let n = 0;
          const spaced = phrase.replaceAll(' ', () => gaps[n++ % gaps.length] ?? ' ');
          expect(read(spaced).map((d) => d.due)).toEqual(read(phrase).map((d) => d.due));
          expect(read(phrase.toUpperCase()).map((d) => d.due)).toEqual(read(phrase).map((d) => d.due));
        },
      ),
    );
  });

  test('“trước ngày D” is the day before D, “đến ngày D” is D, whatever the form', () => {
    const forms = [
      (y: number, m: number, d: number) => `${d}/${m}/${y}`,
      (y: number, m: number, d: number) => `${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}-${y}`,
      (y: number, m: number, d: number) => `${d}.${m}.${y}`,
      (y: number, m: number, d: number) => `${d} tháng ${m} năm ${y}`,
      (y: number, m: number, d: number) => `${d} / ${m} / ${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(...forms), (n, form) => {
        const day = addDays('2025-03-05', n);
        const written = form(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
        expect(read(`hoàn thành trước ngày ${written}`).map((d) => d.due)).toEqual([addDays(day, -1)]);
        expect(read(`đến ngày ${written}`).map((d) => d.due)).toEqual([day]);
      }),
    );
  });

  test('a date without its year is the first on or after the anchor', () => {
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (anchor, date, month) => {
        const [d] = readDeadlines(`chậm nhất ngày ${date}/${month}`, { anchor, calendar: civilServants });
        const due = d?.due ?? '';
        expect(due >= anchor).toBe(true);
        expect(due < addDays(anchor, 367)).toBe(true);
        expect([Number(due.slice(8)), Number(due.slice(5, 7))]).toEqual([date, month]);
      }),
    );
  });

  test('n working days end on a working day with n of them counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 600 }), (n, shift) => {
        const anchor = addDays('2024-06-03', shift);
        const [d] = readDeadlines(`trong vòng ${n} ngày làm việc kể từ ngày ký`, { anchor, calendar: civilServants });
        expect(isWorkingDay(civilServants, d?.due ?? '')).toBe(true);
        expect(workingDaysBetween(civilServants, anchor, d?.due ?? '')).toBe(n);
      }),
      { numRuns: 60 },
    );
  });

  test('weekdays fall on their day of the week', () => {
    const names = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
    fc.assert(
      fc.property(
        anchors,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('tuần này', 'tuần sau', 'hằng tuần'),
        (anchor, w, week) => {
          const [d] = readDeadlines(`vào ${names[w - 1]} ${week}`, { anchor, calendar: civilServants });
          expect(weekday(d?.due ?? '')).toBe(w);
        },
      ),
    );
  });
});

describe('hostile texts', () => {
  const SIZE = 30_000;
  const patterns: Readonly<Record<string, string>> = {
    digits: '1',
    slashes: '1/',
    before: 'trước ',
    days: 'ngày ',
    years: 'năm ',
    months: 'tháng 3, ',
    quarters: 'quý II, ',
    monthly: 'hằng tháng ',
    periodic: 'định kỳ trước ',
    hundreds: 'một trăm ',
    parts: 'tháng đầu ',
    brackets: '(',
    marks: '\u0301',
    breaks: '\n',
    ranges: 'từ 1 đến ',
    lists: 'ngày 1, ',
    sittings: 'trước kỳ họp ',
    linked: 'hằng tháng, trước ngày 5 ',
    since: 'trong 5 ngày kể từ ngày ',
    bare: 'truoc ngay ',
  };
  test.each(Object.entries(patterns))('%s: four times the text costs about four times the work', async (_, pattern) => {
    const small = pattern.repeat(Math.ceil(SIZE / pattern.length));
    const large = small.repeat(4);
    // Quadratic work would be sixteenfold.
    expect(
      await growth(
        () => read(small),
        () => read(large),
        9,
      ),
    ).toBeLessThan(9);
  });
});
