import { dayOf } from '../../../dsl/time/day.ts';
import { typedDay } from '../../../dsl/time/typed-day.ts';
import { UserError } from '../../../dsl/user-error.ts';
import type { DraftDirective } from '../../../notices/index.ts';
import { type DraftEdit, type HeaderEdit, type OpenDraft, typedDue } from '../../../office/drafts/index.ts';
import { CORRECTED_HEADER } from '../../../office/review/correct-header.ts';
import { manyLines, oneLine } from '../../../texts/messages/index.ts';
import { DRAFT_REFUSALS, dayAsTyped, REVIEW as say } from '../../../texts/staff/index.ts';
import { doubtful, itemsOf } from '../../review/items.ts';
import type { StaffContext } from '../context.ts';

/** What a form says, as edits of the draft. @throws UserError where a day cannot be read, or it is out of date. */
export function editsOf(draft: OpenDraft, context: StaffContext, field: (name: string) => string): DraftEdit[] {
  const directive = oneLine(field('viec'));
  switch (field('lam')) {
    case 'ghi':
      return fieldEdits(draft, directive, field, context);
    case 'dung':
      return [...fieldEdits(draft, directive, field, context), { kind: 'confirm', directives: [directive] }];
    case 'dung-het':
      return [{ kind: 'confirm', directives: doubtful(itemsOf(draft.file)) }];
    case 'bo':
      return [{ kind: 'drop', directive }];
    case 'tro-lai':
      return [{ kind: 'undo', directive }];
    case 'nhan':
      return [{ kind: 'take', text: manyLines(field('loi')), lead: namesOf(field('chu-tri')) }];
    default:
      return [];
  }
}

/** Is what a form asks for so already, as where a button was pressed twice? */
export function isSoAlready(draft: OpenDraft, context: StaffContext, field: (name: string) => string): boolean {
  switch (field('lam')) {
    case 'ghi':
    case 'dung':
      return cardOf(draft, oneLine(field('viec'))) !== undefined && typedOver(draft, context, field).length === 0;
    case 'dung-het':
      return doubtful(itemsOf(draft.file)).length === 0;
    case 'bo':
      return cardOf(draft, oneLine(field('viec'))) === undefined;
    case 'dau':
      return headerEdit(draft, field) === undefined && headerDay(draft, field) === undefined;
    default:
      return false;
  }
}

function typedOver(draft: OpenDraft, context: StaffContext, field: (name: string) => string): DraftEdit[] {
  return fieldEdits(draft, oneLine(field('viec')), field, context);
}

function cardOf({ file }: OpenDraft, id: string): DraftDirective | undefined {
  return file.notices.flatMap(({ directives }) => directives).find((one) => one.id === id);
}

/** What a form says of a header, as an edit; undefined where it says what stands there. */
export function headerEdit({ file }: OpenDraft, field: (name: string) => string): HeaderEdit | undefined {
  const n = Number(field('thu'));
  const notice = file.notices[n - 1];
  if (!notice) return undefined;
  const typed = { number: oneLine(field('so')), issuer: oneLine(field('co-quan')), signer: oneLine(field('nguoi-ky')) };
  const said = CORRECTED_HEADER.filter((f) => typed[f] !== '' && typed[f] !== oneLine(notice[f] ?? ''));
  return said.length === 0
    ? undefined
    : { kind: 'header', notice: n, fields: Object.fromEntries(said.map((f) => [f, typed[f]])) };
}

/** The day a form gives, where it is another than the one that is known. */
export function headerDay({ file }: OpenDraft, field: (name: string) => string): string | undefined {
  const typed = oneLine(field('ngay'));
  const day = typedDay(typed);
  const known = file.notices[Number(field('thu')) - 1]?.issued ?? null;
  return typed === '' || day === known ? undefined : (day ?? '');
}

/** Only what was typed otherwise than it stood: what nobody touched is no correction. */
function fieldEdits(
  { file }: OpenDraft,
  directive: string,
  field: (name: string) => string,
  { calendar, now }: StaffContext,
): DraftEdit[] {
  const found = file.notices
    .flatMap((notice) => notice.directives.map((one) => ({ notice, one })))
    .find(({ one }) => one.id === directive);
  if (!found) return [];
  const { notice, one } = found;
  const edits: DraftEdit[] = [];
  for (const [party, name] of [
    ['lead', 'chu-tri'],
    ['cooperating', 'phoi-hop'],
  ] as const) {
    const names = namesOf(field(name));
    if (names.join(';') !== namesOf(namesText(one[party])).join(';'))
      edits.push({ kind: 'party', directive, party, names });
  }
  const typed = oneLine(field('han'));
  if (typed !== dueTyped(one)) {
    const due = typedDue(typed, notice.anchor ?? dayOf(now()), calendar);
    if (due === undefined) throw new UserError(DRAFT_REFUSALS.due(typed));
    edits.push({ kind: 'due', directive, due });
  }
  return edits;
}

function namesOf(text: string): string[] {
  return oneLine(text)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== say.noLead);
}

export function namesText(names: DraftDirective['lead']): string {
  return names.map(({ name }) => oneLine(name)).join('; ');
}

/** A directive's days as the field holds them: typing them again changes nothing. */
export function dueTyped({ deadlines }: DraftDirective): string {
  const days = deadlines.flatMap(({ due, dueTime, recurrence }) =>
    due === null || recurrence !== undefined ? [] : [dayAsTyped(due, dueTime)],
  );
  if (days.length > 0) return days.join(', ');
  const words = deadlines.flatMap(({ phrase }) => (phrase === '' ? [] : [oneLine(phrase)]));
  return words.length > 0 ? words.join('; ') : say.noDue;
}
