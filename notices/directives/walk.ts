import type { DeadlineContext } from '../../deadline/index.ts';
import type { Found } from '../agencies/names.ts';
import { type Label, rankOf } from '../structure/labels.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { type Clean, slice } from '../text/clean.ts';
import type { Name } from '../types.ts';
import { addresseesOf } from './addressee.ts';
import { assignmentsOf } from './assignments.ts';
import { sharedByHeading } from './dates.ts';
import { demandAbove, demandOf } from './demand.ts';
import { type Draft, toNames, unique } from './draft.ts';
import { type FieldRecord, findRecords } from './fields.ts';
import { isOrderBefore } from './forgotten-stop.ts';
import { inlineList } from './inline.ts';
import { type Intro, LONGEST_HEADING, NAMED_IN_CAPITALS, NO_INTRO, readIntro } from './intro.ts';
import { isFormal, isNoItem } from './no-item.ts';
import { goesOn, type Level, Outline } from './outline.ts';
import { pointingBack } from './points-back.ts';
import { isProse, RECIPIENTS } from './prose.ts';
import { readRecord } from './record.ts';
import { Issuer } from './roles.ts';
import { attachmentAt, resumesTasks, sectionOf } from './sections.ts';
import { type Demand, type Parsed, parse } from './segments.ts';
import { isBareTail, isCapitals, isHeaderPart, isOneBody, isSubject, isTitle, isTopic } from './shapes.ts';
import { isClosing, isEntry, isPreamble } from './sinks.ts';
import { announces } from './speaker.ts';
import type { Surroundings } from './unread.ts';

/** Walks the paragraphs of one document and collects its assignments. */
export class Walk {
  private readonly drafts: Draft[] = [];
  private readonly outline: Outline;
  private readonly records: Map<number, FieldRecord>;
  /** What stood around each paragraph that was looked at, for the check of what was not read. */
  readonly around = new Map<Paragraph, Surroundings>();
  /** Before the first part: heading, grounds, what a meeting was told. */
  private front = true;
  /** A table stands right below the paragraph. */
  private aboveTable = false;

  constructor(
    private readonly paragraphs: readonly Paragraph[],
    private readonly context: DeadlineContext,
    issuer: string | null = null,
  ) {
    this.issuer = new Issuer(issuer);
    const addressees = addresseesOf(paragraphs);
    this.outline = new Outline({
      rank: -1,
      label: null,
      value: '',
      lead: addressees.names,
      by: addressees.names.length > 0 ? 'addressee' : 'none',
      cooperating: [],
      sink: false,
      task: false,
      deadlines: [],
      opens: true,
      children: 0,
    });
    this.skipped = addressees.paragraphs;
    this.asked = addressees.names.length > 0;
    this.records = new Map(findRecords(paragraphs).map((r) => [r.from, r]));
    this.prose = isProse(paragraphs, addressees.paragraphs);
  }

  private readonly skipped: ReadonlySet<number>;
  private readonly issuer: Issuer;
  /** A letter or telegram: what it asks, it asks its addressees. */
  private readonly asked: boolean;
  /** Running text, where nothing but their words says what the orders are. */
  readonly prose: boolean;

  run(): Draft[] {
    let ended = false;
    for (let i = 0; i < this.paragraphs.length; i++) {
      const p = this.paragraphs[i];
      if (!p || p.footnote || this.skipped.has(i)) continue;
      const { folded } = p.clean;
      if (RECIPIENTS.test(folded)) ended = true;
      const attachment = p.label || (this.front && !ended) ? null : attachmentAt(p.clean.text, folded);
      if (attachment) {
        ended = false;
        this.attachment(attachment);
      }
      if (ended) {
        this.around.set(p, 'after');
        continue;
      }
      const record = this.records.get(i);
      if (record) {
        this.record(record);
        i = record.to - 1;
        continue;
      }
      this.aboveTable = this.paragraphs[i + 1]?.afterBreak === true;
      this.paragraph(p, this.nextOf(i));
    }
    return this.drafts;
  }

  /** An annex, or the plan behind a decision: its own outline, and none of the addressees' leads. */
  private attachment(kind: 'tasks' | 'form'): void {
    this.outline.reset();
    const root = this.outline.top;
    root.children = 0;
    // "PHỤ LỤC", then "DANH SÁCH …": the title's second line says what it is.
    if (this.front && kind !== 'form') return;
    this.front = true;
    this.outline.push({ ...root, rank: -0.5, lead: [], by: 'none', sink: kind === 'form', opens: true });
  }

  private nextOf(i: number): Paragraph | null {
    for (let k = i + 1; k < this.paragraphs.length; k++) {
      const p = this.paragraphs[k];
      if (p && !p.footnote) return RECIPIENTS.test(p.clean.folded) || p.afterBreak ? null : p;
    }
    return null;
  }

  private paragraph(p: Paragraph, next: Paragraph | null): void {
    const last = next === null;
    const { body } = p;
    this.around.set(p, 'front');
    if (body.text === '' || isTitle(p) || (this.front && isHeaderPart(p, next))) return;
    const rank = p.label ? this.outline.rankHere(p.label) : null;
    const above = this.outline.top;
    if (rank === null) this.outline.leaveItems();
    else this.outline.leave(rank);
    const introduces = this.introduces(p, body, rank, next);
    if (p.label && (introduces || !isClosing(body.folded, last))) this.front = false;
    this.around.set(p, introduces ? 'introduces' : this.aroundItem());
    if (introduces) this.introduction(p, body, rank, next);
    else this.item(p, body, rank, last, above);
  }

  private aroundItem(): Surroundings {
    const { sink, task, heard } = this.outline.top;
    if (heard) return 'heard';
    if (sink) return 'describes';
    if (this.front && !this.prose) return 'front';
    return task ? 'tasks' : 'open';
  }

  /** Does a list or a section follow that this paragraph stands above? */
  private introduces(p: Paragraph, body: Clean, rank: number | null, next: Paragraph | null): boolean {
    const heads = p.label !== null && body.text.length < LONGEST_HEADING;
    if (!next) return heads && (body.text.endsWith(':') || (this.aboveTable && !/[.;!…]$/u.test(body.text)));
    // "… yêu cầu các đơn vị nghiên cứu các văn bản sau:": what stands below is a list of things, and the order is this.
    if (body.text.endsWith(':') && isEntry(next)) return false;
    if (body.text.endsWith(':')) return true;
    if (inlineList(body)) return false;
    // "(các Ban quản lý rừng, các công ty …)" goes on in its bracket and ends no sentence.
    const ended = /[.;!…][”"'\]]*$|[.;!]\)$/u.test(body.text) && !(p.label && isSubject(body) && next.label);
    if (ended || body.text.length > LONGEST_HEADING)
      return isCapitals(body.text) && body.text.length < 120 && p.label !== null;
    if (rank === null) return isCapitals(body.text) && body.text.length < 160;
    if (!next.label && isOrderBefore(body, next)) return false;
    return next.label
      ? this.outline.rankHere(next.label) > rank && rankOf(next.label) > rank - 1
      : !['dash', 'plus', 'dot'].includes(p.label?.kind ?? '');
  }

  private introduction(p: Paragraph, body: Clean, rank: number | null, next: Paragraph | null): void {
    const top = this.outline.top;
    const parsed = parse(body);
    // A heading in capitals names no one who acts unless it begins with an agency.
    const intro = isCapitals(body.text) && !NAMED_IN_CAPITALS.test(body.folded) ? NO_INTRO : readIntro(parsed);
    const section = sectionOf(body.folded, this.asked);
    const asks = section === 'tasks';
    const means = section === 'means';
    // "Về tình hình …" assesses, then "Chính phủ yêu cầu các bộ … các nhiệm vụ sau:" gives tasks.
    const handsOut = intro.by === 'order' && intro.lead.length > 0 && asks && body.text.endsWith(':');
    const resumes = handsOut || (p.label !== null && resumesTasks(body.folded));
    const heard = section === 'heard' || section === 'aside' || (top.heard === true && section === 'same');
    const tells = section === 'describes' || announces(parsed, intro, this.issuer);
    const sink = tells || heard || (top.sink && !resumes);
    const own = this.ordered(toNames(parsed, intro.lead), intro.by, p);
    const part = p.label ? this.outline.partFor(p.label) : '';
    const first =
      intro.ownOrder > 0 && !heard && !isPreamble(body.folded)
        ? this.ownOrder(parsed, intro.ownOrder, part, demandAbove(p, sink || this.front))
        : null;
    this.front &&= !(p.label !== null || body.text.endsWith(':'));
    // "2. Sở A … theo lĩnh vực phụ trách. Cụ thể:": who is told in the sentence above is told what stands below.
    const told = own.length === 0 && isBareTail(body, parsed, intro.ownOrder) ? (first?.lead ?? []) : own;
    const lead = intro.joins ? unique([...top.lead, ...told]) : told;
    const besides = toNames(parsed, intro.cooperating);
    const level: Level = {
      rank: rank ?? (next?.label ? rankOf(next.label) - 0.05 : top.rank + 0.01),
      label: p.label,
      value: part,
      lead: lead.length > 0 ? lead : means ? [] : top.lead,
      by: lead.length > 0 ? (intro.heading ? 'heading' : 'introduction') : means ? 'none' : top.by,
      cooperating: besides.length > 0 || lead.length > 0 ? besides : means ? [] : top.cooperating,
      sink,
      heard,
      task: !sink && !means && (top.task || asks || lead.length > 0 || body.text.endsWith(':')),
      deadlines: sink ? [] : [...top.deadlines, ...sharedByHeading(body, this.context)],
      opens: true,
      children: 0,
    };
    this.outline.push(level);
  }

  /** Whom an introduction orders: the issuer who says it ("UBND tỉnh ban hành Kế hoạch … như sau:") is not among them. */
  private ordered(names: Name[], by: Intro['by'], p: Paragraph): Name[] {
    if (by === 'order' || p.label !== null) return names;
    const others = names.filter((n) => !this.issuer.is(n));
    if (by === 'heading') return others;
    return this.front && others.length === 1 && names.length === 1 && isOneBody(names[0]?.name ?? '') ? [] : others;
  }

  private ownOrder(parsed: Parsed, to: number, part: string, demand: Demand): Draft | null {
    const whole = parsed.tokens[to - 1]?.end ?? 0;
    const own = to === parsed.tokens.length ? parsed : parse(slice(parsed.clean, 0, whole));
    const path = part === '' ? [this.outline.partFor(null)] : [part];
    return this.emit(own, demand, path, this.outline.top, part === '');
  }

  /** @param above the level before the paragraph: an item that a paragraph without a number may go on with */
  private item(p: Paragraph, body: Clean, rank: number | null, last: boolean, above: Level): void {
    const top = rank === null && !last && goesOn(body, above, this.outline.top) ? above : this.outline.top;
    if (top.heard || isNoItem(body, p.label !== null, top, last)) return;
    const parsed = parse(body);
    if (isFormal(parsed, last)) return;
    const list = top.sink ? null : inlineList(body);
    const head = list ? readIntro(parse(list.head)) : null;
    if (list && head && (head.heading || isTopic(list.head))) this.inline(p, rank, list, head.lead, parse(list.head));
    else this.assignment(p, parsed, rank, top);
  }

  private assignment(p: Paragraph, parsed: Parsed, rank: number | null, top: Level): void {
    const demand = demandOf(p, parsed, top, this.front, this.prose);
    const part = this.outline.partFor(p.label);
    const first = this.emit(parsed, demand, [part], top, p.label === null);
    // In running text a paragraph that names nobody goes on with the one above it, as below an item.
    if (rank === null && !(this.prose && first && first.lead.length > 0)) return;
    this.outline.push({
      ...top,
      rank: rank ?? top.rank + 0.02,
      label: p.label,
      value: rank === null ? '' : part,
      lead: first && first.lead.length > 0 ? first.lead : top.lead,
      by: first && first.lead.length > 0 ? 'introduction' : top.by,
      opens: false,
      children: 0,
    });
  }

  /** "- Bộ A: (i) …; (ii) …": each part is an assignment of the agency named above. */
  private inline(
    p: Paragraph,
    rank: number | null,
    list: NonNullable<ReturnType<typeof inlineList>>,
    lead: readonly Found[],
    head: Parsed,
  ): void {
    const top = this.outline.top;
    const own = toNames(head, lead);
    const part = this.outline.partFor(p.label);
    this.outline.push({
      ...top,
      rank: rank ?? top.rank + 0.01,
      label: p.label,
      value: part,
      ...(own.length > 0 ? { lead: own, by: 'heading' as const, cooperating: [] } : {}),
      task: true,
      opens: rank === null,
      children: 0,
    });
    for (const { label, clean } of list.items) this.emit(parse(clean), 'task', [label], this.outline.top);
    if (rank === null) this.outline.leave(this.outline.top.rank);
  }

  /** Adds the assignments of a paragraph; returns the first. */
  private emit(parsed: Parsed, demand: Demand, path: readonly string[], level: Level, loose = false): Draft | null {
    const told = assignmentsOf(parsed, demand, level, this.context, { issuer: this.issuer, loose });
    const drafts = told.map((draft, k, all) => ({
      ...pointingBack(draft, this.drafts.at(-1)),
      path: this.outline.path(all.length > 1 ? [...path, String(k + 1)] : path),
    }));
    this.drafts.push(...drafts);
    return drafts[0] ?? null;
  }

  private record(record: FieldRecord): void {
    const paragraphs = this.paragraphs.slice(record.from, record.to);
    const label: Label | null = paragraphs[0]?.label ?? null;
    if (label) this.outline.leave(this.outline.rankHere(label));
    else this.outline.leaveItems();
    this.front = false;
    const tasks = readRecord(paragraphs, record, this.context);
    for (const task of tasks) {
      const part = this.outline.partFor(tasks.length > 1 || !record.whole ? task.label : null);
      const top = this.outline.top;
      const lead = task.lead.length > 0 ? task.lead : top.lead;
      this.drafts.push({ ...task, path: this.outline.path([part]), lead, by: task.lead.length > 0 ? task.by : top.by });
    }
  }
}
