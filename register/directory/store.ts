import { present } from '../../dsl/present.ts';
import { fromJson } from '../codec.ts';
import type { Context, Db } from '../context.ts';
import { jsonOfMeta, metaOf, putMeta } from '../meta.ts';
import {
  type Directory,
  EMPTY_DIRECTORY,
  type GroupRule,
  type Heir,
  type Offices,
  type PositionFunction,
} from './directory.ts';
import { mergeDirectory } from './merge.ts';

const OFFICES = 'directory.offices';
const VERSION = 'directory.version';
/** The first day there is: stands for "since ever" in a key column. */
const SINCE_EVER = '0001-01-01';

/** The directory in the database, kept in memory until somebody imports another. */
export class Directories {
  private known: { version: string; directory: Directory } = { version: '', directory: EMPTY_DIRECTORY };

  /** Asks for the version only, at each call: another process may have imported a newer one. */
  async current(db: Db): Promise<Directory> {
    const version = (await metaOf(db, VERSION)) ?? '';
    if (version !== this.known.version) this.known = { version, directory: await readDirectory(db) };
    return this.known.directory;
  }

  /** Idempotent: the same list again leaves everything as it was. */
  async import(db: Db, incoming: Directory): Promise<void> {
    const merged = mergeDirectory(await readDirectory(db), incoming);
    const version = await metaOf(db, VERSION);
    await writeDirectory(db, merged);
    await putMeta(db, VERSION, String(Number(version ?? 0) + 1));
  }
}

async function writeDirectory(db: Db, { offices, agencies, people, positions }: Directory): Promise<void> {
  for (const table of ['posts', 'groupMembers', 'agencyAliases', 'people', 'agencies'] as const) {
    await db.deleteFrom(table).execute();
  }
  for (const { id, name, kind, from, to, successor, heirs, rule } of agencies) {
    const validity = { validFrom: from ?? SINCE_EVER, validTo: to ?? null };
    await db
      .insertInto('agencies')
      .values({
        id,
        name,
        kind,
        ...validity,
        successor: successor ?? null,
        heirs: heirs === undefined ? null : JSON.stringify(heirs),
        groupRule: rule === undefined ? null : JSON.stringify(rule),
      })
      .execute();
  }
  for (const { id, aliases, members = [] } of agencies) {
    for (const alias of new Set(aliases))
      await db.insertInto('agencyAliases').values({ agencyId: id, alias }).execute();
    for (const [position, agencyId] of [...new Set(members)].entries()) {
      await db.insertInto('groupMembers').values({ groupId: id, agencyId, position }).execute();
    }
  }
  for (const { id, name, email, phone, zaloUserId } of people) {
    await db
      .insertInto('people')
      .values({ id, name, email: email ?? null, phone: phone ?? null, zaloUserId: zaloUserId ?? null })
      .execute();
  }
  for (const position of positions) {
    await db
      .insertInto('posts')
      .values({
        agencyId: position.agency,
        personId: position.person,
        function: position.function,
        title: position.title ?? null,
        acting: position.acting ? 1 : 0,
        validFrom: position.from ?? SINCE_EVER,
        validTo: position.to ?? null,
      })
      .execute();
  }
  await putMeta(db, OFFICES, JSON.stringify(offices));
}

async function readDirectory(db: Db): Promise<Directory> {
  const agencies = await db.selectFrom('agencies').selectAll().orderBy('id').execute();
  const aliases = await db.selectFrom('agencyAliases').selectAll().orderBy('alias').execute();
  const members = await db.selectFrom('groupMembers').selectAll().orderBy('position').execute();
  const people = await db.selectFrom('people').selectAll().orderBy('id').execute();
  const posts = await db
    .selectFrom('posts')
    .selectAll()
    .orderBy('agencyId')
    .orderBy('validFrom')
    .orderBy('personId')
    .execute();
  const offices = await jsonOfMeta<Offices>(db, OFFICES);
  return {
    offices: offices ?? {},
    agencies: agencies.map(({ id, name, kind, validFrom, validTo, successor, heirs, groupRule }) => {
      const own = members.filter((m) => m.groupId === id).map((m) => m.agencyId);
      return {
        id,
        name,
        kind,
        aliases: aliases.filter((a) => a.agencyId === id).map((a) => a.alias),
        ...validity(validFrom, validTo),
        ...present({
          successor: successor ?? undefined,
          heirs: heirs === null ? undefined : fromJson<readonly Heir[]>(heirs),
          rule: groupRule === null ? undefined : fromJson<GroupRule>(groupRule),
          members: own.length !== 0 ? own : undefined,
        }),
      };
    }),
    people: people.map(({ id, name, email, phone, zaloUserId }) => ({
      id,
      name,
      ...present({ email: email ?? undefined, phone: phone ?? undefined, zaloUserId: zaloUserId ?? undefined }),
    })),
    positions: posts.map((row) => ({
      agency: row.agencyId,
      person: row.personId,
      function: row.function as PositionFunction,
      ...present({ title: row.title ?? undefined }),
      acting: row.acting === 1,
      ...validity(row.validFrom, row.validTo),
    })),
  };
}

function validity(from: string, to: string | null): { from?: string; to?: string } {
  return present({ from: from !== SINCE_EVER ? from : undefined, to: to ?? undefined });
}

/** The directory in the register. */
export class DirectoryRegister {
  constructor(
    private readonly context: Context,
    private readonly directories: Directories,
  ) {}

  current(): Promise<Directory> {
    return this.context.read((db) => this.directories.current(db));
  }

  /** Puts what `change` makes of the directory in its place; nobody else changes it meanwhile. */
  change(change: (directory: Directory) => Directory): Promise<void> {
    return this.context.transact(async (db) => {
      await this.directories.import(db, change(await this.directories.current(db)));
    });
  }

  import(directory: Directory): Promise<void> {
    return this.context.transact((db) => this.directories.import(db, directory));
  }
}
