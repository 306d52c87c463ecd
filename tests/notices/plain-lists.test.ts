import { describe, expect, test } from '@jest/globals';
import { growth } from '../support/growth.ts';
import { directives } from './support.ts';

const HEAD = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian'];

function read(...lines: string[]) {
  return directives(lines.join('\n')).map((d) => [
    d.lead.map((n) => n.name),
    d.cooperating.map((n) => n.name),
    d.deadlines[0]?.due ?? null,
  ]);
}

describe('tables copied one cell a line, without bars', () => {
  test('rows, a cell left out, and what stands below', () => {
    expect(
      read(
        'I. PHÂN CÔNG NHIỆM VỤ',
        ...HEAD,
        '1',
        'Phân bổ vốn của Chương trình',
        'Sở Tài chính',
        'Sở Y tế; Sở Nội vụ',
        'Quý I/2025',
        '2',
        'Hướng dẫn lập quy hoạch chung',
        'Sở Xây dựng',
        'Trước 01/9/2025',
        '',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Sở Nội vụ báo cáo kết quả.',
      ),
    ).toEqual([
      [['Sở Tài chính'], ['Sở Y tế', 'Sở Nội vụ'], '2025-03-31'],
      [['Sở Xây dựng'], [], '2025-08-31'],
      [['Sở Nội vụ'], [], null],
    ]);
  });

  test('a cell over several lines is one', () => {
    expect(
      read(...HEAD, '1', 'Phân bổ vốn', 'của Chương trình', 'Sở Tài chính', 'Sở Y tế,', 'Sở Nội vụ', 'Quý I/2025'),
    ).toEqual([[['Sở Tài chính'], ['Sở Y tế', 'Sở Nội vụ'], '2025-03-31']]);
  });

  test('takes time in proportion to the text', async () => {
    const row = (n: number) => `${n}\n${'Việc của Sở Y tế\n'.repeat(6)}`;
    const text = (n: number) => `${HEAD.join('\n')}\n${Array.from({ length: n }, (_, k) => row(k + 1)).join('')}`;
    const reading = (n: number) => () => directives(text(n));
    expect(await growth(reading(100), reading(400), 5)).toBeLessThan(9);
  });
});
