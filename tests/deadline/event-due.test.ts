import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { awaitedEvent, dueByEvent, eventKey, readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { addDays, type Day } from '../../dsl/time/day.ts';
import { isWorkingDay, workingDaysBetween } from '../../dsl/time/work-calendar.ts';

const known = { anchor: '2025-02-28', calendar: civilServants };
const due = (text: string, eventOn: Day, within?: string) => dueByEvent(text, { ...known, eventOn }, within);

/** Sunday, 15 June 2025; what each wording comes to. */
const ON = '2025-06-15';
const WORDINGS: readonly (readonly [phrase: string, event: string, due: Day])[] = [
  ['trong vòng 20 ngày sau khi Luật Việc làm được thông qua', 'Luật Việc làm được thông qua', '2025-07-05'],
  ['trong thời hạn 15 ngày làm việc kể từ ngày Nghị định có hiệu lực', 'Nghị định có hiệu lực', '2025-07-04'],
  ['chậm nhất 03 tháng kể từ khi Luật Đất đai có hiệu lực', 'Luật Đất đai có hiệu lực', '2025-09-15'],
  ['không quá 45 ngày kể từ khi mặt bằng được bàn giao', 'mặt bằng được bàn giao', '2025-07-30'],
  ['trong nửa tháng sau khi dự án khởi công', 'dự án khởi công', '2025-06-30'],
  ['trong 48 giờ sau khi xảy ra sự cố', 'xảy ra sự cố', '2025-06-17'],
  ['chậm nhất 15 ngày sau ngày bầu cử', 'bầu cử', '2025-06-30'],
  ['trước khi trình Hội đồng nhân dân tỉnh', 'trình Hội đồng nhân dân tỉnh', '2025-06-14'],
  ['trước kỳ họp chuyên đề của Hội đồng nhân dân', 'kỳ họp chuyên đề của Hội đồng nhân dân', '2025-06-14'],
  ['chậm nhất 03 ngày làm việc trước ngày khai mạc kỳ họp', 'khai mạc kỳ họp', '2025-06-11'],
  ['tại phiên họp Ban Thường vụ gần nhất', 'phiên họp Ban Thường vụ gần nhất', '2025-06-15'],
  ['cho đến khi có quyết định thay thế', 'có quyết định thay thế', '2025-06-15'],
];

describe('the last day on time, once the event has a day', () => {
  test.each(WORDINGS)('%s', (phrase, event, day) => {
    expect(awaitedEvent(phrase, known)).toEqual({ phrase, event });
    expect(due(phrase, ON)).toMatchObject({ due: day });
    // The same in a sentence, which alone stays without a day.
    const sentence = `Giao Sở Tư pháp hoàn thành ${phrase}.`;
    expect(awaitedEvent(sentence, known)).toEqual({ phrase, event });
    expect(readDeadlines(sentence, known).every((d) => d.due === null)).toBe(true);
  });

  test('“10 đến 15 ngày”: the later counts, the earlier is offered', () => {
    const words = '10 - 15 ngày sau khi hoàn thành nghiệm thu';
    expect(due(words, ON)).toEqual({ due: '2025-06-30', alternatives: ['2025-06-25'] });
  });

  test.each(['sau khi Nghị định được ban hành', 'ngay sau khi Luật được Quốc hội thông qua'])(
    '“%s” sets no last day, unless somebody says how long',
    (phrase) => {
      expect(due(phrase, ON)).toEqual({ due: null, none: 'no-length' });
      expect(due(phrase, ON, '10 ngày')).toEqual({ due: '2025-06-25' });
      expect(due(phrase, ON, 'trong 15 ngày làm việc')).toEqual({ due: '2025-07-04' });
      expect(() => due(phrase, ON, 'sớm')).toThrow(RangeError);
      expect(() => due(phrase, ON, '10 ngày nữa rồi')).toThrow(RangeError);
    },
  );

  test('what says how long itself heeds no other length', () => {
    expect(due('trong 20 ngày sau khi khởi công', ON, '5 ngày')).toEqual({ due: '2025-07-05' });
  });

  test('ahead of an event that is named beside the phrase', () => {
    const words = 'gửi tài liệu trước 05 ngày so với ngày họp';
    expect(awaitedEvent(words, known)).toEqual({ phrase: 'trước 05 ngày', event: 'họp' });
    expect(due(words, ON)).toEqual({ due: '2025-06-10' });
  });

  test('months are not counted back', () => {
    expect(due('trước 02 tháng so với ngày khai mạc Đại hội', ON)).toEqual({ due: null, none: 'not-counted' });
  });

  test.each(['trước ngày 15/3/2025', 'trong 10 ngày kể từ ngày ký', 'theo đúng lộ trình', 'hằng tháng', 'khẩn trương'])(
    '“%s” waits for no event',
    (phrase) => {
      expect(awaitedEvent(phrase, known)).toBeNull();
      expect(due(phrase, ON)).toBeNull();
    },
  );

  test('past the calendar that is announced, working days are provisional', () => {
    const words = 'trong 30 ngày làm việc kể từ ngày Nghị định có hiệu lực';
    expect(due(words, addDays(civilServants.knownUntil, -10))).toHaveProperty('provisional', true);
    expect(due(words, ON)).not.toHaveProperty('provisional');
  });

  test('one event, typed in other ways', () => {
    const event = 'Quy hoạch được phê duyệt';
    for (const other of ['quy hoạch  được\nphê duyệt', event.normalize('NFD'), 'Quy họach được phê duyệt'])
      expect(eventKey(other)).toBe(eventKey(event));
    expect(eventKey('Quy hoạch được thẩm định')).not.toBe(eventKey(event));
  });
});

const days = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-01-01', n));
const counts = fc.integer({ min: 1, max: 60 });

describe('laws of what is counted from an event', () => {
  test('a later event never makes an earlier deadline', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDINGS), days, fc.nat(40), ([phrase], day, later) => {
        const [first, second] = [due(phrase, day), due(phrase, addDays(day, later))];
        expect((first?.due ?? '') <= (second?.due ?? '')).toBe(true);
        expect(first?.due).toEqual(expect.any(String));
      }),
    );
  });

  test('so many working days after it are worked: the day itself is not counted', () => {
    fc.assert(
      fc.property(counts, days, (n, day) => {
        const last = due(`trong thời hạn ${n} ngày làm việc kể từ ngày Nghị định có hiệu lực`, day)?.due ?? '';
        expect(isWorkingDay(civilServants, last)).toBe(true);
        expect(workingDaysBetween(civilServants, day, last)).toBe(n);
      }),
    );
  });

  test('it is counted as from a day that is written', () => {
    const units = fc.constantFrom('ngày', 'ngày làm việc', 'tuần', 'tháng', 'quý');
    fc.assert(
      fc.property(counts, units, days, (n, unit, day) => {
        const [year, month, date] = day.split('-');
        const written = `trong ${n} ${unit} kể từ ngày ${date}/${month}/${year}`;
        const [said] = readDeadlines(written, known);
        expect(due(`trong ${n} ${unit} kể từ ngày khởi công công trình`, day)?.due).toBe(said?.due);
      }),
    );
  });

  test('so many working days before it lie between', () => {
    fc.assert(
      fc.property(counts, days, (n, day) => {
        const last = due(`chậm nhất ${n} ngày làm việc trước ngày khai mạc kỳ họp`, day)?.due ?? '';
        expect(last < day && isWorkingDay(civilServants, last)).toBe(true);
        const worked = workingDaysBetween(civilServants, last, addDays(day, -1));
        expect(worked).toBe(n - 1);
      }),
    );
  });
});
