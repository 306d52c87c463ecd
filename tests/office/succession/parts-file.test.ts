import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { partOf, partsInFile } from '../../../office/succession/index.ts';

const two = (yaml: string) => partsInFile(parse(yaml), 'phan.yaml');

describe('the file of parts', () => {
  test('one agency or several, a day with its time, none for no deadline or nobody', () => {
    expect(
      two(`
- text: Một
  lead: Sở Nội vụ
  due: 2025-06-15 16:30
- text: " Hai "
  lead: [Sở Tài chính, Sở Y tế]
  cooperating: none
  due: none
- text: Ba
`),
    ).toEqual([
      { text: 'Một', lead: ['Sở Nội vụ'], due: { day: '2025-06-15', time: '16:30' } },
      { text: 'Hai', lead: ['Sở Tài chính', 'Sở Y tế'], cooperating: [], due: { day: null } },
      { text: 'Ba' },
    ]);
    expect(partOf(parse('text: Chung'), 'chung.yaml')).toEqual({ text: 'Chung' });
    expect(partOf(parse('- text: Chung'), 'chung.yaml')).toEqual({ text: 'Chung' });
  });

  test.each([
    ['', /^phan\.yaml: tách thì cần ít nhất hai phần/],
    ['- text: Một', /^phan\.yaml: tách thì cần ít nhất hai phần/],
    ['text: Một', /^phan\.yaml: ghi một danh sách/],
    ['- text: Một\n- lead: Sở Y tế', /^phan\.yaml: phần 2: text: ghi lời văn của phần này/],
    [
      '- text: Một\n- text: Hai\n  due: mai',
      /^phan\.yaml: phần 2: due: ghi dd\/mm\/yyyy, dd\/mm\/yyyy HH:MM, hoặc none/,
    ],
    ['- text: Một\n- text: Hai\n  due: 2025-02-30', /^phan\.yaml: phần 2: due: ghi dd\/mm\/yyyy/],
    ['- text: Một\n  lead: ""\n- text: Hai', /^phan\.yaml: phần 1: lead: ghi tên một đơn vị/],
    ['- text: Một\n  han: 2025-06-15\n- text: Hai', /^phan\.yaml: phần 1: .*han/],
  ])('%j is refused by part and field', (yaml, message) => {
    expect(() => two(yaml)).toThrow(message);
  });

  test('a file of one has one', () => {
    expect(() => partOf(parse('- text: Một\n- text: Hai'), 'chung.yaml')).toThrow(
      /^chung\.yaml: ghi đúng một nhiệm vụ/,
    );
  });
});
