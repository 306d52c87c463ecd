import type { Deadline } from '../../deadline/index.ts';
import type { DraftDirective } from '../../notices/index.ts';
import type { ExpectedDirective, GeneratedNotice } from './notice.ts';
import type { PhraseCase } from './phrase-case.ts';

/** What is wrong with a reading of a phrase, or null. */
export function phraseFault(x: PhraseCase, found: readonly Deadline[]): string | null {
  const dues = found.flatMap((d) => (d.due === null ? [] : [d.due]));
  const latest = dues.reduce<string | null>((best, due) => (best === null || due > best ? due : best), null);
  if (latest !== x.due) return `due ${latest}, not ${x.due}`;
  if (x.dues && dues.join() !== x.dues.join()) return `dues ${dues.join()}, not ${x.dues.join()}`;
  if (x.time && !found.some((d) => d.dueTime === x.time)) return `no time ${x.time}`;
  if (x.from && !found.some((d) => d.from === x.from)) return `no start ${x.from}`;
  if (x.recurrence && !found.some((d) => sameRule(d.recurrence, x.recurrence))) return `no rule ${x.recurrence}`;
  return null;
}

/** A day claimed that is not the day, or where there is none: worse than none at all. */
export function isWrongDay(x: PhraseCase, found: readonly Deadline[]): boolean {
  const right = new Set(x.dues ?? [x.due]);
  return found.some((d) => d.due !== null && !right.has(d.due));
}

function sameRule(a: string | undefined, b: string | undefined): boolean {
  const parts = (rule = ''): string => rule.split(';').sort().join(';');
  return parts(a) === parts(b);
}

type Span = readonly [number, number];

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
const likeness = (a: Span, b: Span): number => overlap(a, b) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
const folded = (names: readonly string[]): string =>
  names
    .map((name) => name.normalize('NFC').replace(/\s+/g, ' ').toLowerCase())
    .sort()
    .join('|');
const daysOf = (d: DraftDirective): string =>
  d.deadlines
    .flatMap((x) => (x.due === null ? [] : [x.due]))
    .sort()
    .join();

export interface NoticeTally {
  wanted: number;
  found: number;
  extra: number;
  leads: number;
  cooperating: number;
  dues: number;
  /** Days claimed that the directive's words do not set. */
  wrongDays: number;
  /** Lead and days right: what is sent unedited. */
  ready: number;
}

export const emptyTally = (): NoticeTally => ({
  wanted: 0,
  found: 0,
  extra: 0,
  leads: 0,
  cooperating: 0,
  dues: 0,
  wrongDays: 0,
  ready: 0,
});

/** Holds a reading against what was written; each difference goes to `say`. */
export function compareNotice(
  x: GeneratedNotice,
  found: readonly DraftDirective[],
  tally: NoticeTally,
  say: (fault: string, wanted: ExpectedDirective | null, got: DraftDirective | null) => void = () => {},
): void {
  const matched = new Set<DraftDirective>();
  for (const wanted of x.directives) {
    tally.wanted++;
    const best = found
      .filter((d) => !matched.has(d))
      .reduce<DraftDirective | null>(
        (top, d) => (top === null || likeness(d.span, wanted.span) > likeness(top.span, wanted.span) ? d : top),
        null,
      );
    if (!best || likeness(best.span, wanted.span) < 0.5) {
      say('missed', wanted, best);
      continue;
    }
    matched.add(best);
    tally.found++;
    const lead = folded(best.lead.map((n) => n.name)) === folded(wanted.lead);
    const coop = folded(best.cooperating.map((n) => n.name)) === folded(wanted.cooperating);
    const dues = daysOf(best) === [...wanted.dues].sort().join();
    tally.leads += Number(lead);
    tally.cooperating += Number(coop);
    tally.dues += Number(dues);
    tally.ready += Number(lead && dues);
    tally.wrongDays += best.deadlines.filter((d) => d.due !== null && !wanted.dues.includes(d.due)).length;
    if (!lead) say('lead', wanted, best);
    if (!coop) say('cooperating', wanted, best);
    if (!dues) say('dues', wanted, best);
  }
  for (const d of found) {
    if (matched.has(d)) continue;
    tally.extra++;
    tally.wrongDays += d.deadlines.filter((deadline) => deadline.due !== null).length;
    say('extra', null, d);
  }
}

/** What the layouts of one notice must agree on; ids may differ, as a wrapped line can look like a new paragraph. */
export function inShort(directives: readonly DraftDirective[]): string[] {
  return directives.map((d) =>
    [
      folded(d.lead.map((n) => n.name)),
      folded(d.cooperating.map((n) => n.name)),
      d.deadlines.map((x) => `${x.kind} ${x.due} ${x.recurrence ?? ''} ${x.from ?? ''}`).join(),
    ].join(' / '),
  );
}
