import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../../dsl/user-error.ts';
import { internationalPhone } from '../../register/directory/phone.ts';
import { loadDirectory } from '../../register/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-danh-ba-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function complaint(path: string): string {
  try {
    loadDirectory(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).not.toContain('\n');
    return error.message.replace(`${folder}/`, '');
  }
  return 'nothing wrong';
}

const YAML = `offices:
  issuer: ubnd
agencies:
  - id: ubnd
    name: UBND tỉnh
  - id: so-a
    name: Sở A
    aliases: [SA]
    to: 2025-02-28
    successor: so-b
  - id: so-b
    name: Sở B
  - id: cac-so
    name: Các sở
    kind: group
    members: [so-b]
people:
  - name: Đỗ Văn Ất
    email: at@haison.example
    phone: 0900000001
    posts:
      - agency: so-b
        function: head
        title: Giám đốc
        from: 2025-03-01
`;

describe('a YAML directory', () => {
  test('is read', () => {
    expect(loadDirectory(file('ok.yaml', YAML))).toEqual({
      offices: { issuer: 'ubnd' },
      agencies: [
        { id: 'ubnd', name: 'UBND tỉnh', aliases: [], kind: 'co-quan' },
        { id: 'so-a', name: 'Sở A', aliases: ['SA'], kind: 'co-quan', to: '2025-02-28', successor: 'so-b' },
        { id: 'so-b', name: 'Sở B', aliases: [], kind: 'co-quan' },
        { id: 'cac-so', name: 'Các sở', aliases: [], kind: 'group', members: ['so-b'] },
      ],
      people: [{ id: 'do-van-at', name: 'Đỗ Văn Ất', email: 'at@haison.example', phone: '84900000001' }],
      positions: [
        {
          ...{ agency: 'so-b', person: 'do-van-at', function: 'head', title: 'Giám đốc' },
          ...{ from: '2025-03-01', acting: false },
        },
      ],
    });
  });

  test('of a skeleton in which nobody is filled in yet holds the agencies alone', () => {
    const path = file('bo-khung.yaml', 'agencies:\n  - id: so-a\n    name: Sở A\npeople:\n  # - name: Họ và tên\n');
    expect(loadDirectory(path)).toMatchObject({ agencies: [{ id: 'so-a', name: 'Sở A' }], people: [] });
  });

  test.each([
    [
      'an unknown agency of a post',
      ['agency: so-b\n', 'agency: so-c\n'],
      'a.yaml:22: không có cơ quan nào mang mã "so-c"',
    ],
    ['an unknown office', ['issuer: ubnd', 'issuer: khong'], 'a.yaml:2: không có cơ quan nào mang mã "khong"'],
    ['an unknown successor', ['successor: so-b', 'successor: so-x'], 'a.yaml:10: không có cơ quan nào mang mã "so-x"'],
    ['an unknown member', ['members: [so-b]', 'members: [so-x]'], 'a.yaml:16: không có cơ quan nào mang mã "so-x"'],
    ['a bad day', ['from: 2025-03-01', 'from: 2025-02-30'], 'a.yaml:25: mục "from" phải là ngày có thật'],
    [
      'a bad mail address',
      ['at@haison.example', 'at.haison'],
      'a.yaml:19: mục "email" phải là địa chỉ email, mỗi người một địa chỉ không có dấu cách; ở đây là “at.haison”',
    ],
    ['a bad phone', ['0900000001', '12'], 'a.yaml:20: mục "phone" phải là số điện thoại'],
    ['a bad function', ['function: head', 'function: boss'], 'a.yaml:23: mục "function" phải là một trong: head'],
    ['a misspelt key', ['    title:', '    tilte:'], 'a.yaml:22: không có mục "tilte"'],
    ['a missing name', ['    name: Sở B\n', ''], 'a.yaml:11: thiếu mục "name"'],
    ['a control character', ['name: Sở B\n', 'name: "Sở B\\x07"\n'], 'a.yaml:12: mục "name" có ký tự không in được'],
    ['a turned direction', ['name: Sở B\n', 'name: "Sở B\\u202e"\n'], 'a.yaml:12: mục "name" có ký tự không in được'],
    ['the same id twice', ['id: so-b', 'id: so-a'], 'a.yaml:11: mã "so-a" đã dùng'],
    ['a circle of successors', ['name: Sở B', 'name: Sở B\n    to: 2025-03-31\n    successor: so-a'], 'vòng tròn'],
    [
      'an end before the beginning',
      ['from: 2025-03-01', 'from: 2025-03-01\n        to: 2025-02-01'],
      'a.yaml:26: ngày kết thúc',
    ],
    ['a group that is none', ['kind: group', 'kind: so'], 'a.yaml:16: chỉ nhóm mới có "members"'],
    ['no agencies', [YAML, 'people: []\n'], 'a.yaml:1: thiếu mục "agencies"'],
    ['an empty file', [YAML, ''], 'a.yaml:1: '],
    ['broken YAML', ['offices:', 'offices: [}'], 'a.yaml:1: không phải YAML'],
  ] as const)('%s is shown with its line', (_, [from, to], line) => {
    expect(YAML).toContain(from);
    expect(complaint(file('a.yaml', YAML.replace(from, to)))).toContain(line);
  });
});

const CSV = `\uFEFFagency,agency_name,aliases,kind,agency_to,successor,members,office,person_name,email,phone,function,title,from,acting
ubnd,UBND tỉnh,,ubnd,,,,issuer,Đỗ Văn Ất,at@haison.example,0900 000 001,head,Chủ tịch,,
so-a,Sở A,SA;Sở AA,so,2025-02-28,so-b,,,,,,,,,
so-b,"Sở B, C và D",,so,,,,,Lê Thị Bính,,0900000002,contact,,,
so-b,,,,,,,,Đỗ Văn Ất,,,head,Giám đốc,2025-03-01,true
cac-so,Các sở,,group,,,so-a;so-b,,,,,,,,
`;

describe('a CSV directory', () => {
  test('is read, one post a line', () => {
    const directory = loadDirectory(file('ok.csv', CSV));
    expect(directory.offices).toEqual({ issuer: 'ubnd' });
    expect(directory.agencies.map((a) => [a.id, a.name, a.aliases.length, a.successor, a.members])).toEqual([
      ['ubnd', 'UBND tỉnh', 0, undefined, undefined],
      ['so-a', 'Sở A', 2, 'so-b', undefined],
      ['so-b', 'Sở B, C và D', 0, undefined, undefined],
      ['cac-so', 'Các sở', 0, undefined, ['so-a', 'so-b']],
    ]);
    expect(directory.people.map((p) => [p.id, p.phone])).toEqual([
      ['do-van-at', '84900000001'],
      ['le-thi-binh', '84900000002'],
    ]);
    expect(directory.positions.map((p) => [p.agency, p.person, p.function, p.acting])).toEqual([
      ['ubnd', 'do-van-at', 'head', false],
      ['so-b', 'do-van-at', 'head', true],
      ['so-b', 'le-thi-binh', 'contact', false],
    ]);
  });

  test.each([
    ['an unknown column', ['person_name', 'ten_nguoi'], 'a.csv:1: không có cột "ten_nguoi"'],
    ['a bad function', ['contact', 'dau-moi'], 'a.csv:4: mục "function" phải là một trong'],
    ['an unknown successor', ['so-b,,,', 'so-x,,,'], 'a.csv:3: không có cơ quan nào mang mã "so-x"'],
    ['a bad flag', [',true', ',maybe'], 'a.csv:5: mục "acting" phải là true hoặc false'],
    ['a bad office', [',issuer,', ',chu-tri,'], 'không có mục "chu-tri"'],
    ['a torn quote', ['"Sở B', '"Sở "B'], 'không phải CSV đúng cú pháp'],
  ] as const)('%s is shown with its line', (_, [from, to], line) => {
    expect(CSV).toContain(from);
    expect(complaint(file('a.csv', CSV.replace(from, to)))).toContain(line);
  });
});

test('a file that is no directory at all', () => {
  expect(complaint(join(folder, 'missing.yaml'))).toContain('không đọc được tệp danh bạ');
  expect(complaint(file('a.txt', YAML))).toContain('.yaml, .csv hoặc .xlsx');
  // Whatever is in it: what it is says more than how its letters are kept.
  expect(complaint(file('anh.png', Buffer.from([0x89, 0x50, 0xf4, 0x0a])))).toContain('.yaml, .csv hoặc .xlsx');
  expect(complaint(file('legacy.yaml', Buffer.from([0x53, 0xf4, 0x0a])))).toContain('UTF-8');
});

test.each([
  ['0900000001', '84900000001'],
  ['0900 000.001', '84900000001'],
  ['+84 900-000-001', '84900000001'],
  ['84900000001', '84900000001'],
  ['900000001', '84900000001'],
  ['(024) 3800 0000', '842438000000'],
  ['113', undefined],
  ['chưa có', undefined],
  ['+1 202 555 0100', undefined],
])('phone %s', (written, number) => {
  expect(internationalPhone(written)).toBe(number);
});

describe('one name, one code, one person', () => {
  const csv = (...rows: string[]) =>
    complaint(
      file('mot-ten.csv', ['agency,agency_name,agency_to,person_name,email,phone,function', ...rows].join('\n')),
    );

  test('two agencies of one name are said with both lines; one after the other they are two', () => {
    const twice = csv('so-a,Sở Nội vụ,,,,,', 'so-b,Sở  nội vụ,,,,,');
    expect(twice).toMatch(/^mot-ten\.csv:3: .*dòng 2 \(mã so-a, ở đây mã so-b\)/);
    const yaml = YAML.replace('name: Sở B', 'name: Sở A');
    expect(complaint(file('ke-thua.yaml', yaml))).toMatch(/^ke-thua\.yaml:11: .*dòng 6/);
    const after = yaml.replace('id: so-b\n', 'id: so-b\n    from: 2025-03-01\n');
    expect(complaint(file('ke-thua.yaml', after))).toBe('nothing wrong');
  });

  test('one code is one agency, on each of its lines', () => {
    expect(csv('so-a,Sở Nội vụ,,,,,', 'so-a,Sở Y tế,,,,,')).toMatch(/^mot-ten\.csv:3: .*“Sở Nội vụ”.*“Sở Y tế”/);
    expect(csv('so-a,Sở Nội vụ,,,,,', 'so-a,,,An,an@haison.example,,head')).toBe('nothing wrong');
  });

  test('two people of one name are not made one: the second would have got the first one’s mail', () => {
    const an = 'Nguyễn Văn An';
    const two = csv(`a,Sở A,,${an},an.a@haison.example,,head`, `b,Sở B,,${an},an.b@haison.example,,head`);
    expect(two).toMatch(/^mot-ten\.csv:3: “Nguyễn Văn An” ở dòng 2/);
    const same = csv(`a,Sở A,,${an},an@haison.example,0900 000 001,head`, `b,Sở B,,${an},,0900000001,contact`);
    expect(same).toBe('nothing wrong');
  });
});
