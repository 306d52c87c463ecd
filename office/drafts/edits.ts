import { type Deadline, readDeadlines } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import type { CorrectedHeaderField, CorrectedParty, Correction, DueDay, HeaderCorrection } from '../review/types.ts';

/** What a person says of the header of a document, from 1; it takes the place of what they said before. */
export interface HeaderEdit {
  readonly kind: 'header';
  readonly notice: number;
  readonly fields: Readonly<Partial<Record<CorrectedHeaderField, string>>>;
}

/** What a person changes of a draft, one thing at a time; a draft keeps one correction for each directive. */
export type DraftEdit =
  | {
      readonly kind: 'party';
      readonly directive: string;
      readonly party: CorrectedParty;
      readonly names: readonly string[];
    }
  | { readonly kind: 'due'; readonly directive: string; readonly due: readonly DueDay[] }
  | { readonly kind: 'words'; readonly directive: string; readonly text: string }
  | { readonly kind: 'drop'; readonly directive: string }
  | { readonly kind: 'confirm'; readonly directives: readonly string[] }
  /** Forgets what was changed of a directive, or that it was taken or dropped. */
  | { readonly kind: 'undo'; readonly directive: string }
  | { readonly kind: 'take'; readonly text: string; readonly lead: readonly string[] };

/** The corrections of a draft after one more edit. Never changes the list it is given. */
export function edited(entries: readonly Correction[], edit: DraftEdit): Correction[] {
  switch (edit.kind) {
    case 'party':
      return changed(entries, edit.directive, (entry) => ({
        ...entry,
        drop: false,
        parties: { ...entry.parties, [edit.party]: edit.names },
      }));
    case 'due':
      return changed(entries, edit.directive, (entry) => ({ ...entry, drop: false, due: edit.due }));
    case 'words':
      return changed(entries, edit.directive, (entry) => ({ ...entry, drop: false, text: edit.text }));
    case 'drop':
      return changed(entries, edit.directive, (entry) =>
        entry.add ? undefined : { ...blank(entry.directive), drop: true },
      );
    case 'confirm':
      return edit.directives.reduce<Correction[]>(
        (rest, directive) => changed(rest, directive, (entry) => (entry.drop ? entry : { ...entry, confirm: true })),
        [...entries],
      );
    case 'undo':
      return changed(entries, edit.directive, () => undefined);
    case 'take':
      return numbered([
        ...entries,
        {
          ...blank(freshId(entries)),
          add: true,
          text: edit.text,
          ...present({ parties: edit.lead.length === 0 ? undefined : { lead: edit.lead } }),
        },
      ]);
  }
}

/** The same for headers: one entry for each document. */
export function editedHeaders(
  headers: readonly HeaderCorrection[],
  { notice, fields }: HeaderEdit,
): HeaderCorrection[] {
  const before = headers.find((h) => h.notice === notice);
  const rest = headers.filter((h) => h.notice !== notice);
  return [...rest, { notice, line: 0, fields: { ...before?.fields, ...fields } }];
}

/**
 * Days typed by a person, in the words notices use ("cuối quý II", "trước ngày 15/3") or as a bare day ("15/03/2026");
 * "không" takes the deadline away. Undefined where no day is said; a day that is counted from an event is none.
 */
export function typedDue(words: string, anchor: Day, calendar: WorkCalendar): readonly DueDay[] | undefined {
  const given = words.trim();
  if (/^không(?:\s+(?:có\s+)?(?:thời\s+)?hạn)?$/iu.test(given)) return [];
  for (const phrase of [given, `trước ngày ${given}`, `trong ${given}`]) {
    const days = readDeadlines(phrase, { anchor, calendar }).flatMap(dayOfDeadline);
    if (days.length > 0) return days;
  }
  return undefined;
}

function dayOfDeadline({ due, dueTime, recurrence }: Deadline): DueDay[] {
  if (due === null || recurrence !== undefined) return [];
  return [{ day: due, ...present({ time: dueTime }) }];
}

function changed(
  entries: readonly Correction[],
  directive: string,
  change: (entry: Correction) => Correction | undefined,
): Correction[] {
  const at = entries.findIndex((entry) => entry.directive === directive);
  const next = change(entries[at] ?? blank(directive));
  const rest = at < 0 ? [...entries] : entries.toSpliced(at, 1);
  if (next === undefined) return numbered(rest);
  return numbered(at < 0 ? [...rest, next] : rest.toSpliced(at, 0, next));
}

function blank(directive: string): Correction {
  return { directive, line: 0, add: false, drop: false, confirm: false, parties: {} };
}

/** Entries are named by their place where something is wrong with one. */
function numbered(entries: readonly Correction[]): Correction[] {
  return entries.map((entry, i) => ({ ...entry, line: i + 1 }));
}

/** "BS.1": bổ sung, what no number of the notice is. */
function freshId(entries: readonly Correction[]): string {
  for (let n = 1; ; n++) {
    const id = `BS.${n}`;
    if (entries.every((entry) => entry.directive !== id)) return id;
  }
}
