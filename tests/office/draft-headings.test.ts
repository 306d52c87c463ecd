import { describe, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { readNoticeBytes } from '../../notices/index.ts';
import { headingsOf, subjectWritten } from '../../office/drafts/headings.ts';
import { headingWords } from '../../texts/staff/index.ts';

/* A draft is known by number, day and subject, not by what somebody's machine called the file. */

const HEAD = 'UBND TỈNH HẢI SƠN\nVĂN PHÒNG\nSố: 56/TB-VP\nHải Sơn, ngày 12 tháng 3 năm 2025\n\n';
const TASK = '\n1. Giao Sở Y tế báo cáo trước ngày 20/3/2025.\n';

test('the words of a list: number, day, subject; as far as each is there, and how many more the file holds', async () => {
  const text = `${HEAD}THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh\ntại phiên họp tháng 3\n${TASK}`;
  const file = await readNoticeBytes(new TextEncoder().encode(text), 'scan0001.txt', { calendar: civilServants });
  const headings = headingsOf(file.text, file.notices);
  expect(headings).toEqual([
    {
      number: '56/TB-VP',
      issued: '2025-03-12',
      subject: 'Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 3',
    },
  ]);
  const words = '56/TB-VP ngày 12/03/2025: Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 3';
  expect(headingWords(headings)).toBe(words);
  expect(headingWords([...headings, {}, {}])).toBe(`${words}; và 2 văn bản khác trong tệp`);
  expect(headingWords([{ number: '56/TB-VP' }])).toBe('56/TB-VP');
  expect(headingWords([{ subject: 'Kết luận' }])).toBe('Kết luận');
  for (const nothing of [null, [], [{}]]) expect(headingWords(nothing)).toBeUndefined();
});

describe('the subject', () => {
  test.each([
    [`${HEAD}THÔNG BÁO\n\n  Kết luận cuộc họp giao ban  \n${TASK}`, 'Kết luận cuộc họp giao ban'],
    [`${HEAD}  KẾ HOẠCH\nChuyển đổi số năm 2025\n-------\nCăn cứ Luật`, 'Chuyển đổi số năm 2025'],
    [`${HEAD}V/v rà soát\nhồ chứa nước\n\nKính gửi: Sở Y tế`, 'rà soát hồ chứa nước'],
    [`${HEAD}THÔNG BÁO\r\nKết luận\r\n\r\nI. TÌNH HÌNH`, 'Kết luận'],
    [`${HEAD}THÔNG BÁO${TASK}`, undefined],
    [`${HEAD}Kính gửi: Sở Y tế`, undefined],
    ['', undefined],
  ])('%#', (text, subject) => {
    expect(subjectWritten(text)).toBe(subject);
    expect(subjectWritten(text.normalize('NFD'))).toBe(subject);
  });

  test('that goes on and on is cut at a word', () => {
    const subject = subjectWritten(`THÔNG BÁO\n${'Kết luận của Chủ tịch '.repeat(20)}`) ?? '';
    expect(subject.length).toBeLessThanOrEqual(141);
    expect(subject.startsWith('Kết luận của Chủ tịch')).toBe(true);
  });
});
