import type { Wake } from '../dsl/rules/wake.ts';
import type { Day, Instant } from '../dsl/time/day.ts';
import { batchesOf } from '../system/batches.ts';
import type { Context } from './context.ts';
import { type CellChanges, changesBetween } from './counted/changes.ts';
import { figuresAt, type ReportFigures } from './counted/figures.ts';
import { type CountedFilter, type CountedPage, countedPage, issuersOf } from './counted/rows.ts';
import { sumsAt, sumsOfNotices, talliesAt } from './counted/tallies.ts';
import { type JudgedDirective, judgedDirectives } from './evaluated.ts';
import { enterOldWork, type OldWork } from './imports.ts';
import { draftSuccession, type Lineage, lineageOf, type SuccessionDraft } from './lineage.ts';
import type { Links } from './links.ts';
import { type ListFilter, type ListPage, listPage } from './listed/page.ts';
import {
  awaitingWord,
  countRunning,
  type DirectiveFilter,
  type DirectiveView,
  findDirective,
  listDirectives,
  showDirective,
} from './lists.ts';
import type { Overrides } from './overrides.ts';
import type { DirectiveRecord, EventRecord } from './records.ts';
import { type Report, reportAsOf, type Sums, type Tallied } from './report.ts';
import { eventRecordOf } from './rows.ts';
import { placeOfAct, type Recorded, recordWake } from './wakes.ts';

/** Directives: what each says, its events in order, its messages, and what became of it. */
export class DirectiveRegister {
  constructor(
    private readonly context: Context,
    private readonly links: Links,
  ) {}

  find(id: string): Promise<DirectiveRecord | undefined> {
    return findDirective(this.context, id);
  }

  list(filter?: DirectiveFilter): Promise<readonly DirectiveRecord[]> {
    return listDirectives(this.context, filter);
  }

  /** One page of a list that is filtered and searched, and how many places it has. */
  page(filter: ListFilter, limit: number, offset = 0): Promise<ListPage> {
    return listPage(this.context, filter, limit, offset);
  }

  /** Open ones on which a result or a request for more time may wait, the nearest deadline first. */
  awaitingWord(): Promise<readonly DirectiveRecord[]> {
    return awaitingWord(this.context);
  }

  /** With its notice, its events in order, and every message with what became of it. */
  show(id: string): Promise<DirectiveView | undefined> {
    return showDirective(this.context, id);
  }

  /** The events of many directives, each in order. */
  logs(ids: readonly string[]): Promise<ReadonlyMap<string, readonly EventRecord[]>> {
    return logsOf(this.context, ids);
  }

  /** Directives whose workflow should be running. */
  countRunning(): Promise<number> {
    return countRunning(this.context);
  }

  /** Where in its log a directive has an act; undefined where it has not. */
  placeOfAct(directiveId: string, actId: string): Promise<number | undefined> {
    return placeOfAct(this.context, directiveId, actId);
  }

  /** Its workflow is known to run. Harmless twice. */
  markStarted(directiveId: string): Promise<void> {
    return this.context.transact(async (db) => {
      await db.updateTable('directives').set({ issueState: 'started' }).where('id', '=', directiveId).execute();
    });
  }

  /** Everything one wake changed, in one transaction; the same wake again changes nothing. */
  recordWake(wake: Wake): Promise<Recorded> {
    const { linker } = this.links;
    return recordWake(linker === undefined ? this.context : { ...this.context, linker }, wake);
  }

  /** Old work in the state it is in; what is there already stays as it is. Returns how many were new. */
  enterOldWork(
    works: readonly OldWork[],
    onEntered: (done: number) => void = () => {},
    overrides: Overrides = new Map(),
  ): Promise<number> {
    return enterOldWork(this.context, works, onEntered, overrides);
  }

  /** Keeps what is to take the place of directives; without effect until the first of them closes by it. */
  draftSuccession(draft: SuccessionDraft): Promise<void> {
    return draftSuccession(this.context, draft);
  }

  /** What a directive was split from or into, what was merged into it or it into. */
  lineage(id: string): Promise<Lineage> {
    return this.context.read((db) => lineageOf(db, id));
  }

  /** The figures as they stood at an instant of domain time, from the events alone. */
  report(asOf: Instant): Promise<Report> {
    return reportAsOf(this.context, asOf);
  }

  /** The same figures counted by the database, and the first `most` of the late ones and of what groups were given. */
  figures(asOf: Instant, most: number): Promise<ReportFigures> {
    return figuresAt(this.context, asOf, most);
  }

  /** Those of a period as they stood at an instant, with all that is held for or against their leads. */
  judged(asOf: Instant, period: { readonly from: Day; readonly to: Day }): Promise<readonly JudgedDirective[]> {
    return judgedDirectives(this.context, asOf, period);
  }

  /** All directives at an instant, those that are counted alike in one: of their leads the first. */
  tallies(asOf: Instant): Promise<readonly Tallied[]> {
    return talliesAt(this.context, asOf);
  }

  /** What they come to. */
  sums(asOf: Instant): Promise<Sums> {
    return sumsAt(this.context, asOf);
  }

  /** What those of some notices (ids) come to, by the notice; one that set none is not there. */
  sumsOfNotices(asOf: Instant, notices: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
    return sumsOfNotices(this.context, asOf, notices);
  }

  /** One page of the directives the figures of an instant count. */
  counted(asOf: Instant, filter: CountedFilter, limit: number, offset = 0): Promise<CountedPage> {
    return countedPage(this.context, asOf, filter, limit, offset);
  }

  /** Who issued the notices there are, as they have it; null = one does not say. */
  issuers(): Promise<readonly (string | null)[]> {
    return issuersOf(this.context);
  }

  /** What counts otherwise at an instant than at one before it. */
  changesBetween(before: Instant, after: Instant, most: number): Promise<readonly CellChanges[]> {
    return changesBetween(this.context, before, after, most);
  }
}

/** Databases bound the parameters of a statement. */
const IDS_AT_ONCE = 200;

/** The events of many directives, each in order of seq; one without any has an empty list. */
async function logsOf(
  context: Context,
  directiveIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRecord[]>> {
  const logs = new Map<string, EventRecord[]>(directiveIds.map((id) => [id, []]));
  for (const ids of batchesOf(directiveIds, IDS_AT_ONCE)) {
    const rows = await context.read((db) =>
      db
        .selectFrom('events')
        .selectAll()
        .where('directiveId', 'in', ids)
        .orderBy('directiveId')
        .orderBy('seq')
        .execute(),
    );
    for (const row of rows) logs.get(row.directiveId)?.push(eventRecordOf(row));
  }
  return logs;
}
