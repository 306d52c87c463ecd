import type { Insertable, Selectable } from 'kysely';
import type { Party, Role } from '../dsl/policy/policy.ts';
import type { ActType } from '../dsl/rules/act.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import { fromJson, instantOf, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import { type Agency, type Directory, holdsOn, type Person } from './directory/directory.ts';
import { agencyOn, personById } from './directory/lookup.ts';
import type { Directories } from './directory/store.ts';
import type { Linker, LinkGrant, LinkRequest, LinkScope, MadeLink } from './linker.ts';
import type { LinkTable } from './schema.ts';

export interface LinkRecord extends LinkGrant {
  readonly id: string;
  readonly directiveId: string;
  readonly postKey: string;
  readonly role: Role;
  readonly personId: string;
  readonly agencyId: string;
  readonly recordedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string | null;
  /** Who revoked it; null also where that was not kept yet. */
  readonly revokedBy: string | null;
}

/** A link with its person and agency as the directory has them on a day. */
export interface LinkView {
  readonly link: LinkRecord;
  readonly person: Person | undefined;
  /** The agency, or the one that has taken over its work by that day. */
  readonly agency: Agency | undefined;
  /** Does the person hold a position there on that day? */
  readonly serving: boolean;
}

/** Which links: those all given fields fit. */
export type LinkSelection = Partial<Pick<LinkRecord, 'id' | 'directiveId' | 'personId' | 'agencyId'>>;

/** Who ended links, and why. */
export interface Revocation {
  readonly by: string;
  readonly reason: string;
}

/** The links messages carry: whom each lets do what, and whether it still counts. */
export class Links {
  private carried: Linker | undefined;

  constructor(
    private readonly context: Context,
    private readonly directories: Directories,
  ) {}

  /** A link with its person and agency as of a day; undefined where there is no such link. */
  find(id: string, day: Day): Promise<LinkView | undefined> {
    return this.context.read(async (db) => {
      const row = await db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const link = linkOf(row);
      const directory = await this.directories.current(db);
      const agency = agencyOn(directory, link.agencyId, day);
      const person = personById(directory, link.personId);
      return { link, person, agency, serving: holdsPosition(directory, link, agency, day) };
    });
  }

  /** The oldest first. Throws where nothing is selected: every link there is, is never meant. */
  list(which: LinkSelection): Promise<LinkRecord[]> {
    return this.context.read(async (db) => {
      const rows = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.and(wanted(which)))
        .orderBy('recordedAt')
        .orderBy('id')
        .execute();
      return rows.map(linkOf);
    });
  }

  /** Returns how many it ended; those revoked before keep their day and reason. Throws where nothing is selected. */
  revoke(which: LinkSelection, { by, reason }: Revocation): Promise<number> {
    return this.context.transact(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('links')
        .set({ revokedAt: this.context.now(), revokedReason: reason, revokedBy: by })
        .where('revokedAt', 'is', null)
        .where((eb) => eb.and(wanted(which)))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    });
  }

  /** From now on messages carry links. Given late, because only the console knows its address once it listens. */
  carry(linker: Linker): void {
    this.carried = linker;
  }

  /** Undefined where messages carry none. */
  get linker(): Linker | undefined {
    return this.carried;
  }
}

/** The row of a link that was made; its token is nowhere in it. */
export function linkRow(made: MadeLink, request: LinkRequest, recordedAt: Instant): Insertable<LinkTable> {
  const { directiveId, postKey, role, personId, agencyId } = request;
  const { scope, party, acts, expiresAt } = made.grant;
  return {
    id: made.id,
    directiveId,
    postKey,
    role,
    personId,
    agencyId,
    scope,
    party,
    expiresAt,
    recordedAt,
    acts: JSON.stringify(acts),
    revokedAt: null,
    revokedReason: null,
    revokedBy: null,
  };
}

/** Writes links that go out with messages, in the transaction of their wake. */
export async function insertLinks(db: Db, rows: readonly Insertable<LinkTable>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('links')
    .values([...rows])
    .onConflict((c) => c.columns(['directiveId', 'postKey', 'personId']).doNothing())
    .execute();
}

function wanted({ id, directiveId, personId, agencyId }: LinkSelection): Record<string, string> {
  const given = Object.entries({ id, directiveId, personId, agencyId }).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  if (given.length === 0) throw new Error('no link is selected');
  return Object.fromEntries(given);
}

/** A position of the agency itself or, after a merger, of the one that took over. */
function holdsPosition(directory: Directory, link: LinkRecord, agency: Agency | undefined, day: Day): boolean {
  return directory.positions.some(
    (position) =>
      position.person === link.personId &&
      (position.agency === link.agencyId || position.agency === agency?.id) &&
      holdsOn(position, day),
  );
}

function linkOf(row: Selectable<LinkTable>): LinkRecord {
  return {
    ...row,
    scope: row.scope as LinkScope,
    role: row.role as Role,
    party: row.party as Party,
    acts: fromJson<ActType[]>(row.acts),
    expiresAt: instantOf(row.expiresAt),
    recordedAt: instantOf(row.recordedAt),
    revokedAt: instantOrNull(row.revokedAt),
  };
}
