import { describe, expect, test } from '@jest/globals';
import { directoryChanges } from '../../office/directory/changes.ts';
import { agenciesOn, type DirectoryEdit, editedDirectory } from '../../office/directory/edits.ts';
import { agencyOn, type Directory, holdersOn, membersOn, resolveRole } from '../../register/index.ts';

const TODAY = '2025-06-10';
const BASE: Directory = {
  offices: { secretariat: 'van-phong', issuer: 'ubnd-tinh' },
  agencies: [
    { id: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh Hải Sơn', aliases: [], kind: 'ubnd' },
    { id: 'van-phong', name: 'Văn phòng', aliases: [], kind: 'van-phong' },
    { id: 'so-a', name: 'Sở Giao thông', aliases: ['SGT'], kind: 'so' },
    { id: 'so-b', name: 'Sở Xây dựng', aliases: [], kind: 'so' },
    { id: 'nhom', name: 'Tổ công tác đường ven hồ', aliases: [], kind: 'group', members: ['so-a'] },
  ],
  people: [
    { id: 'an', name: 'Lê An', email: 'an@so-a.example', zaloUserId: 'z1' },
    { id: 'binh', name: 'Trần Bình', email: 'binh@so-a.example' },
  ],
  positions: [
    { agency: 'so-a', person: 'an', function: 'head', acting: false },
    { agency: 'so-a', person: 'binh', function: 'contact', acting: false },
  ],
};
const entry = (name: string, email = '', phone = '') => ({ name, email, phone });
const edit = (one: DirectoryEdit, from: Directory = BASE) => editedDirectory(from, one, TODAY);
const headOn = (directory: Directory, day: string) =>
  holdersOn(directory, 'so-a', 'head', day).map(({ person }) => person.name);
const appoint = (acting: boolean, from = '2025-06-15', name = 'Vũ Chi') =>
  ({ kind: 'appoint', agency: 'so-a', entry: entry(name), as: 'head', title: '', acting, from }) as const;

describe('one edit of the directory', () => {
  test('a head takes over on their day, and the one before ends the day before', () => {
    const after = edit(appoint(false));
    expect(headOn(after, '2025-06-14')).toEqual(['Lê An']);
    expect(headOn(after, '2025-06-15')).toEqual(['Vũ Chi']);
  });

  test('who only acts stands before the head, who keeps the seat', () => {
    const after = edit(appoint(true));
    expect(headOn(after, '2025-06-15')).toEqual(['Vũ Chi', 'Lê An']);
    const back = edit({ kind: 'leave', agency: 'so-a', person: 'vu-chi', as: 'head', from: '2025-07-01' }, after);
    expect(headOn(back, '2025-07-01')).toEqual(['Lê An']);
    expect(headOn(back, '2025-06-30')).toEqual(['Vũ Chi', 'Lê An']);
  });

  test('who leaves on the day they came never held the seat', () => {
    const after = edit(appoint(true, TODAY));
    const gone = edit({ kind: 'leave', agency: 'so-a', person: 'vu-chi', as: 'head', from: TODAY }, after);
    expect(gone.positions).toEqual(BASE.positions);
  });

  test('a person is corrected wherever they serve, and keeps what no form asks for', () => {
    const after = edit({ kind: 'person', person: 'an', entry: entry('Lê Văn An', '', '0900 000 001') });
    expect(after.people[0]).toEqual({ id: 'an', name: 'Lê Văn An', phone: '84900000001', zaloUserId: 'z1' });
  });

  test('somebody known by name is the same person, unless another address is typed', () => {
    expect(edit(appoint(true, TODAY, 'Trần Bình')).people).toHaveLength(2);
    const other = { ...appoint(true, TODAY), entry: entry('Trần Bình', 'khac@so-a.example') };
    expect(edit(other).people.map(({ id }) => id)).toEqual(['an', 'binh', 'tran-binh']);
  });

  test('a merged agency passes its work on from the day, and is listed no longer', () => {
    const after = edit({ kind: 'end', agency: 'so-a', into: 'sở xây dựng', from: '2025-07-01' });
    expect(agencyOn(after, 'so-a', '2025-06-30')?.id).toBe('so-a');
    expect(agencyOn(after, 'so-a', '2025-07-01')?.id).toBe('so-b');
    expect(agenciesOn(after, '2025-07-01').map(({ id }) => id)).not.toContain('so-a');
    expect(() => edit({ kind: 'end', agency: 'so-b', into: 'Sở Giao thông', from: '2025-08-01' }, after)).toThrow(
      /tự kế thừa/,
    );
  });

  test('a group is whom it names', () => {
    const after = edit({ kind: 'members', agency: 'nhom', names: ['Sở Xây dựng', 'SGT'] });
    const [group] = after.agencies.filter(({ id }) => id === 'nhom');
    expect(group && membersOn(after, group, TODAY).map(({ id }) => id)).toEqual(['so-b', 'so-a']);
  });

  test.each<[string, DirectoryEdit, RegExp]>([
    ['a name another has', { kind: 'name', agency: 'so-b', name: 'Sở Giao thông', aliases: [] }, /đã có/],
    ['no name', { kind: 'name', agency: 'so-b', name: '', aliases: [] }, /Cần tên/],
    ['an address that is none', { kind: 'person', person: 'an', entry: entry('An', 'an@') }, /thư điện tử/],
    ['a heir nobody knows', { kind: 'end', agency: 'so-a', into: 'Sở Mây', from: TODAY }, /không có đơn vị/],
    ['itself as heir', { kind: 'end', agency: 'so-a', into: 'SGT', from: TODAY }, /tự kế thừa/],
    ['the office that follows', { kind: 'end', agency: 'van-phong', into: '', from: TODAY }, /không giải thể/],
    ['an empty group', { kind: 'members', agency: 'nhom', names: [] }, /ít nhất một/],
    ['an agency there is not', { kind: 'name', agency: 'x', name: 'Y', aliases: [] }, /không có đơn vị này/],
    ['a seat held already', { ...appoint(false, TODAY, 'Lê An') }, /đang giữ/],
  ])('is refused with the reason: %s', (_, one, words) => {
    expect(() => edit(one)).toThrow(words);
  });

  test('messages go where the edit says', () => {
    const lead = { lead: [{ name: 'Sở Giao thông', agency: 'so-a' }], cooperating: [], supervisor: [] };
    const after = edit(appoint(true, TODAY));
    expect(resolveRole(after, lead, 'headOf(lead)', TODAY).people.map(({ person }) => person.name)).toEqual(['Vũ Chi']);
  });
});

describe('what a file would change', () => {
  test('is nothing where it says the same', () => {
    expect(directoryChanges(BASE, BASE, TODAY)).toEqual([]);
  });

  test('is said agency by agency, with who comes and goes', () => {
    const renamed = edit({ kind: 'name', agency: 'so-b', name: 'Sở Xây dựng và Đô thị', aliases: ['SXD'] });
    const next = edit({ kind: 'person', person: 'binh', entry: entry('Trần Bình', 'moi@so-a.example') }, renamed);
    const after: Directory = {
      ...next,
      agencies: [
        ...next.agencies.filter(({ id }) => id !== 'nhom'),
        { id: 'so-c', name: 'Sở Y tế', aliases: [], kind: 'so' },
      ],
    };
    expect(directoryChanges(BASE, after, TODAY)).toEqual([
      { kind: 'gone', about: 'Tổ công tác đường ven hồ', words: expect.stringMatching(/không còn/) },
      {
        kind: 'changed',
        about: 'Sở Giao thông',
        words: 'đầu mối Trần Bình (binh@so-a.example) thành đầu mối Trần Bình (moi@so-a.example).',
      },
      { kind: 'changed', about: 'Sở Xây dựng và Đô thị', words: 'Đổi tên, trước là Sở Xây dựng.' },
      { kind: 'changed', about: 'Sở Xây dựng và Đô thị', words: 'Tên gọi khác: SXD.' },
      { kind: 'added', about: 'Sở Y tế', words: 'Đơn vị mới, chưa có ai.' },
    ]);
  });
});
