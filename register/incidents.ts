import type { Selectable } from 'kysely';
import type { Instant } from '../dsl/time/day.ts';
import { HAPPENED, type IncidentKind } from '../texts/audit.ts';
import { type AuditedDirective, auditFacts } from './audit-facts.ts';
import { instantOf, instantOrNull } from './codec.ts';
import type { Context, Db } from './context.ts';
import { jsonOfMeta, metaOf, putMeta } from './meta.ts';
import type { IncidentTable } from './schema.ts';

/** Something that should have happened and did not, or the other way round. */
export interface Finding {
  readonly kind: IncidentKind;
  readonly directiveId: string;
  /** Key of the step, or id of the ledger row; '' where it is about the whole directive. */
  readonly step: string;
  /** Since when it has been wrong, as far as can be told. */
  readonly since: Instant;
  readonly detail: string;
}

export interface Incident extends Finding {
  /** Clock of the machine. */
  readonly foundAt: Instant;
  /** Null while it lasts. */
  readonly resolvedAt: Instant | null;
}

/** When the auditor last ran by itself, and what it looked at. */
export interface Heartbeat {
  readonly at: Instant;
  readonly directives: number;
}

export interface AuditRecorded {
  /** Found for the first time, or again after it had been mended. */
  readonly opened: readonly Incident[];
  readonly resolved: readonly Incident[];
}

const HEARTBEAT = 'audit.heartbeat';
/** Until when it has been looked what was ended on Temporal from outside. */
const WATCHED = 'audit.watched';

/** What the auditor looks at, and what it found. */
export class Audits {
  constructor(private readonly context: Context) {}

  /**
   * Keeps what an audit found: what is new opens an incident, what lasts stays open, what is no longer found is resolved.
   * What has happened, rather than is so, stays open until somebody has seen it.
   * A `heartbeat` is given by the scheduled audit only: one that a person asks for must not hide that it stands still.
   */
  record(findings: readonly Finding[], heartbeat?: Heartbeat): Promise<AuditRecorded> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      const found = new Map(findings.map((finding) => [nameOf(finding), finding]));
      const open = (await db.selectFrom('incidents').selectAll().where('resolvedAt', 'is', null).execute()).map(
        recordOf,
      );
      const resolved: Incident[] = [];
      for (const incident of open) {
        const still = found.get(nameOf(incident));
        found.delete(nameOf(incident));
        if (!still && HAPPENED.has(incident.kind)) continue;
        if (!still) resolved.push({ ...incident, resolvedAt: now });
        if (still?.detail === incident.detail) continue;
        await change(db, incident, still ? { detail: still.detail } : { resolvedAt: now });
      }
      const opened = [...found.values()].map((finding): Incident => ({ ...finding, foundAt: now, resolvedAt: null }));
      for (const incident of opened)
        await db
          .insertInto('incidents')
          .values({ ...incident })
          .execute();
      if (heartbeat) await putMeta(db, HEARTBEAT, JSON.stringify(heartbeat));
      return { opened, resolved };
    });
  }

  /**
   * Keeps something at once, between two audits; what is open already is only told anew, and the very same that somebody
   * has seen is not opened again.
   */
  note(findings: readonly Finding[]): Promise<AuditRecorded> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      const open = (await db.selectFrom('incidents').selectAll().where('resolvedAt', 'is', null).execute()).map(
        recordOf,
      );
      const opened: Incident[] = [];
      for (const finding of findings) {
        const lasts = open.find((incident) => nameOf(incident) === nameOf(finding));
        if (lasts) await change(db, lasts, { detail: finding.detail });
        else if (!(await isKept(db, finding))) opened.push({ ...finding, foundAt: now, resolvedAt: null });
      }
      if (opened.length > 0)
        await db
          .insertInto('incidents')
          .values(opened.map((incident) => ({ ...incident })))
          .execute();
      return { opened, resolved: [] };
    });
  }

  /** Somebody has seen what has happened: resolved. Returns those. */
  seen(): Promise<readonly Incident[]> {
    return this.context.transact(async (db) => {
      const now = this.context.now();
      const kinds = [...HAPPENED];
      const rows = await db
        .updateTable('incidents')
        .set({ resolvedAt: now })
        .where('resolvedAt', 'is', null)
        .where('kind', 'in', kinds)
        .returningAll()
        .execute();
      return rows.map(recordOf);
    });
  }

  /** Incidents that last, the oldest first; with `resolved` also those of the past. */
  incidents({ resolved = false } = {}): Promise<Incident[]> {
    return this.context.read(async (db) => {
      let query = db.selectFrom('incidents').selectAll();
      if (!resolved) query = query.where('resolvedAt', 'is', null);
      return (await query.orderBy('since').orderBy('directiveId').orderBy('step').execute()).map(recordOf);
    });
  }

  /** When the auditor last ran by itself. */
  last(): Promise<Heartbeat | undefined> {
    return this.context.read((db) => jsonOfMeta<Heartbeat>(db, HEARTBEAT));
  }

  /** Clock of the machine. */
  watchedUntil(): Promise<Instant | undefined> {
    return this.context.read(async (db) => {
      const until = await metaOf(db, WATCHED);
      return until === undefined ? undefined : Number(until);
    });
  }

  watched(until: Instant): Promise<void> {
    return this.context.transact((db) => putMeta(db, WATCHED, String(until)));
  }

  /** What an audit looks at, some directives at a time: the open ones, and closed ones with messages still in doubt. */
  facts(): AsyncIterable<readonly AuditedDirective[]> {
    return auditFacts(this.context);
  }
}

async function isKept(db: Db, { directiveId, kind, step, since }: Finding): Promise<boolean> {
  const rows = db.selectFrom('incidents').select('foundAt').where('directiveId', '=', directiveId);
  const same = rows.where('kind', '=', kind).where('step', '=', step).where('since', '=', since);
  return (await same.executeTakeFirst()) !== undefined;
}

async function change(db: Db, { directiveId, kind, step, foundAt }: Incident, to: Partial<IncidentTable>) {
  await db
    .updateTable('incidents')
    .set(to)
    .where('directiveId', '=', directiveId)
    .where('kind', '=', kind)
    .where('step', '=', step)
    .where('foundAt', '=', foundAt)
    .execute();
}

function nameOf({ directiveId, kind, step }: Finding): string {
  return JSON.stringify([directiveId, kind, step]);
}

function recordOf(row: Selectable<IncidentTable>): Incident {
  return {
    ...row,
    kind: row.kind as IncidentKind,
    since: instantOf(row.since),
    foundAt: instantOf(row.foundAt),
    resolvedAt: instantOrNull(row.resolvedAt),
  };
}
