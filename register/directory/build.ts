import { present } from '../../dsl/present.ts';
import { DIRECTORY_FILE as say } from '../../texts/directory-file.ts';
import type { Agency, Directory, Person, Position } from './directory.ts';
import { GROUP } from './directory.ts';
import type { DirectoryFile, Path } from './file-schema.ts';
import { comparable } from './normalise.ts';
import { slugOf } from './slug.ts';

/** Says where in the file something is wrong, and stops; `beside` = another place the words speak of. */
export type Fail = (path: Path, words: string | ((beside: number) => string), beside?: Path) => never;

/** The directory a file describes. What the schema cannot see is checked here: ids that meet, days in order, chains. */
export function buildDirectory(file: DirectoryFile, fail: Fail): Directory {
  const agencies = checkedAgencies(file, fail);
  const ids = new Set(agencies.map((a) => a.id));
  const requireAgency = (id: string | undefined, path: Path) => {
    if (id !== undefined && !ids.has(id)) fail(path, `không có cơ quan nào mang mã "${id}" trong danh bạ`);
  };
  const { issuer, secretariat, supervisor } = file.offices;
  for (const [key, id] of Object.entries(file.offices)) requireAgency(id, ['offices', key]);
  for (const [i, agency] of agencies.entries()) {
    requireAgency(agency.successor, ['agencies', i, 'successor']);
    for (const heir of agency.heirs ?? []) requireAgency(heir.agency, ['agencies', i, 'successor']);
    for (const [e, id] of (agency.rule?.except ?? []).entries()) requireAgency(id, ['agencies', i, 'except', e]);
    for (const [m, member] of (agency.members ?? []).entries()) requireAgency(member, ['agencies', i, 'members', m]);
  }
  requireEndingChains(agencies, fail);
  requireNamesApart(agencies, fail);
  const people = checkedPeople(file, fail);
  const positions = people.flatMap((person, i) =>
    (file.people[i]?.posts ?? []).map((position, n): Position => {
      const path = ['people', i, 'posts', n];
      requireAgency(position.agency, [...path, 'agency']);
      requireOrder(position, path, fail);
      const { agency, acting, title, from, to } = position;
      return { agency, person: person.id, function: position.function, acting, ...present({ title, from, to }) };
    }),
  );
  requireOnePositionEach(positions, file, fail);
  return {
    ...present({ effective: file.effective }),
    offices: present({ issuer, secretariat, defaultSupervisor: supervisor }),
    agencies,
    people,
    positions,
  };
}

function checkedAgencies(file: DirectoryFile, fail: Fail): Agency[] {
  const seen = new Set<string>();
  return file.agencies.map((agency, i) => {
    const path = ['agencies', i];
    if (seen.has(agency.id)) fail([...path, 'id'], `mã "${agency.id}" đã dùng cho một cơ quan khác`);
    seen.add(agency.id);
    requireOrder(agency, path, fail);
    if (agency.members && agency.kind !== GROUP)
      fail([...path, 'members'], `chỉ nhóm mới có "members"; ghi kind: ${GROUP}`);
    if ((agency.of || agency.except) && agency.kind !== GROUP)
      fail([...path, 'of'], `chỉ nhóm mới có "of", "except"; ghi kind: ${GROUP}`);
    if (agency.kind === GROUP && !agency.members && !agency.of && agency.successor === undefined)
      fail(path, 'nhóm cần "members" (mã các đơn vị) hoặc "of" (loại đơn vị, như ubnd-xa)');
    if (agency.successor !== undefined && agency.to === undefined) {
      fail([...path, 'successor'], 'có cơ quan kế thừa thì phải ghi ngày cuối cùng hoạt động ở "to"');
    }
    const { id, name, aliases, kind, from, to, members, of: kinds, except } = agency;
    const rule = kinds && { kinds, ...present({ except }) };
    return { id, name, aliases, kind, ...present({ from, to, members, rule }), ...heirsOf(agency.successor) };
  });
}

/** One that took over everything, or several that did by place. */
function heirsOf(successor: DirectoryFile['agencies'][number]['successor']): Pick<Agency, 'successor' | 'heirs'> {
  const heirs = [successor ?? []].flat().map((one) => (typeof one === 'string' ? { agency: one, places: [] } : one));
  const [first] = heirs;
  if (first === undefined) return {};
  return heirs.length === 1 ? { successor: first.agency } : { heirs };
}

/** An agency's work must end up somewhere. */
function requireEndingChains(agencies: readonly Agency[], fail: Fail): void {
  const next = new Map(agencies.map((a) => [a.id, [a.successor ?? [], (a.heirs ?? []).map((h) => h.agency)].flat()]));
  for (const [i, { id }] of agencies.entries()) {
    const after = new Set<string>();
    const queue = [...(next.get(id) ?? [])];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === id) fail(['agencies', i, 'successor'], `cơ quan kế thừa của "${id}" đi thành vòng tròn`);
      if (after.has(at)) continue;
      after.add(at);
      queue.push(...(next.get(at) ?? []));
    }
  }
}

/** Of two agencies of one name a notice means neither: whoever it names could not be told, and nobody would know why. */
function requireNamesApart(agencies: readonly Agency[], fail: Fail): void {
  const named = new Map<string, number[]>();
  for (const [i, agency] of agencies.entries()) {
    const name = comparable(agency.name);
    const others = named.get(name) ?? [];
    const twin = others.find((n) => overlap(agencies[n] ?? agency, agency));
    if (twin !== undefined) {
      fail(['agencies', i], (line) => say.sameName(agency.name, line, agencies[twin]?.id ?? '', agency.id), [
        'agencies',
        twin,
      ]);
    }
    named.set(name, [...others, i]);
  }
}

function overlap(a: Agency, b: Agency): boolean {
  const begins = (one: Agency, other: Agency) =>
    one.from === undefined || other.to === undefined || one.from <= other.to;
  return begins(a, b) && begins(b, a);
}

function checkedPeople(file: DirectoryFile, fail: Fail): Person[] {
  const seen = new Set<string>();
  return file.people.map(({ id: given, name, email, phone, zalo }, i) => {
    const id = given ?? slugOf(name);
    if (seen.has(id)) {
      fail(['people', i], `đã có một người mang mã "${id}"; ghi "id" riêng cho người trùng tên, hoặc gộp thành một`);
    }
    seen.add(id);
    return { id, name, ...present({ email, phone, zaloUserId: zalo }) };
  });
}

function requireOnePositionEach(positions: readonly Position[], file: DirectoryFile, fail: Fail): void {
  const seen = new Set<string>();
  let n = 0;
  for (const [i, person] of file.people.entries()) {
    for (const p of person.posts.keys()) {
      const position = positions[n++];
      if (!position) continue;
      const key = JSON.stringify([position.agency, position.person, position.function, position.from]);
      if (seen.has(key)) fail(['people', i, 'posts', p], 'chức vụ này ghi hai lần với cùng ngày bắt đầu');
      seen.add(key);
    }
  }
}

function requireOrder(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  path: Path,
  fail: Fail,
): void {
  if (from !== undefined && to !== undefined && to < from) {
    fail([...path, 'to'], `ngày kết thúc ${to} trước ngày bắt đầu ${from}`);
  }
}
