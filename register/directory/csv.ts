import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../../dsl/user-error.ts';
import { DIRECTORY_FILE as say } from '../../texts/directory-file.ts';
import type { Path, RawFile } from './file-schema.ts';
import { comparable } from './normalise.ts';

/** One position of one person a line; an agency's own columns need to stand on its first line only. Lists are split at ";". */
export const CSV_COLUMNS = [
  'agency',
  'agency_name',
  'aliases',
  'kind',
  'agency_from',
  'agency_to',
  'successor',
  'members',
  'of',
  'except',
  'office',
  'person',
  'person_name',
  'email',
  'phone',
  'zalo',
  'function',
  'title',
  'from',
  'to',
  'acting',
] as const;

/** One person has one of each: two under one name are two people. */
const ADDRESSES = ['email', 'phone', 'zalo'] as const;

type Record_ = Readonly<Record<string, string>>;
type Part = Record<string, unknown>;

interface Row {
  readonly record: Record_;
  readonly info: { readonly lines: number };
}

/** A CSV file in the shape of the YAML one. */
export function readCsv(file: string, text: string): RawFile {
  const rows = rowsOf(file, text);
  const lines = new Map<string, number>();
  const agencies = new Map<string, Part>();
  const people = new Map<string, Part & { posts: Part[] }>();
  const offices: Record<string, string> = {};
  for (const { record, info } of rows) {
    const cell = (column: (typeof CSV_COLUMNS)[number]) => record[column]?.trim() ?? '';
    const agency = cell('agency');
    const known = agencies.get(agency);
    if (!known) {
      lines.set(`agencies.${agencies.size}`, info.lines);
      agencies.set(agency, agencyOf(cell));
    } else if (cell('agency_name') !== '' && comparable(cell('agency_name')) !== comparable(String(known['name']))) {
      const first = lines.get(`agencies.${[...agencies.keys()].indexOf(agency)}`) ?? 1;
      throw new UserError(
        `${file}:${info.lines}: ${say.sameCode(agency, String(known['name']), first, cell('agency_name'))}`,
      );
    }
    if (cell('office') !== '') {
      offices[cell('office')] = agency;
      lines.set(`offices.${cell('office')}`, info.lines);
    }
    if (cell('person_name') === '') continue;
    const key = cell('person') || cell('person_name');
    const index = [...people.keys()].indexOf(key);
    const position = index < 0 ? people.size : index;
    const person = people.get(key) ?? { ...personOf(cell), posts: [] };
    if (index < 0) lines.set(`people.${position}`, info.lines);
    for (const column of ADDRESSES) {
      const written = cell(column);
      if (written === '') continue;
      person[column] ??= written;
      if (sameAddress(written, String(person[column]))) continue;
      const first = lines.get(`people.${position}`) ?? 1;
      throw new UserError(
        `${file}:${info.lines}: ${say.samePerson(cell('person_name'), first, cell('person') !== '')}`,
      );
    }
    people.set(key, person);
    if (cell('function') === '') continue;
    lines.set(`people.${position}.posts.${person.posts.length}`, info.lines);
    person.posts.push(positionOf(cell, agency));
  }
  return {
    data: { offices, agencies: [...agencies.values()], people: [...people.values()] },
    lineOf: (path) => nearest(lines, path),
  };
}

function rowsOf(file: string, text: string): Row[] {
  try {
    const options = {
      columns: true,
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    } as const;
    const rows: Row[] = parse(text, options) as unknown as Row[];
    const unknown = Object.keys(rows[0]?.record ?? {}).find((name) => !CSV_COLUMNS.some((column) => column === name));
    if (unknown === undefined) return rows;
    throw new UserError(`${file}:1: không có cột "${unknown}"; các cột là: ${CSV_COLUMNS.join(', ')}`);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    throw new UserError(`${file}:${line}: không phải CSV đúng cú pháp; kiểm tra dấu phẩy và dấu ngoặc kép`);
  }
}

function sameAddress(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[\s.()-]/g, '');
  return bare(a) === bare(b);
}

type Cell = (column: (typeof CSV_COLUMNS)[number]) => string;

function agencyOf(cell: Cell): Part {
  return filled({
    id: cell('agency'),
    name: cell('agency_name'),
    aliases: listOf(cell('aliases')),
    kind: cell('kind'),
    from: cell('agency_from'),
    to: cell('agency_to'),
    successor: cell('successor').includes(';') ? listOf(cell('successor')) : cell('successor'),
    members: listOf(cell('members')),
    of: listOf(cell('of')),
    except: listOf(cell('except')),
  });
}

function personOf(cell: Cell): Part {
  return filled({
    id: cell('person'),
    name: cell('person_name'),
    email: cell('email'),
    phone: cell('phone'),
    zalo: cell('zalo'),
  });
}

function positionOf(cell: Cell, agency: string): Part {
  const acting = cell('acting');
  return {
    ...filled({ agency, function: cell('function'), title: cell('title'), from: cell('from'), to: cell('to') }),
    acting:
      acting === '' || acting === 'false' || acting === '0' ? false : acting === 'true' || acting === '1' || acting,
  };
}

function listOf(cell: string): string[] | '' {
  const items = cell.split(';').map((item) => item.trim());
  return cell === '' ? '' : items.filter((item) => item !== '');
}

/** An empty cell says nothing. */
function filled(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== ''));
}

function nearest(lines: ReadonlyMap<string, number>, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const line = lines.get(path.slice(0, depth).join('.'));
    if (line !== undefined) return line;
  }
  return 1;
}
