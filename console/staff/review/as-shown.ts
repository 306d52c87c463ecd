import { createHash } from 'node:crypto';
import { UserError } from '../../../dsl/user-error.ts';
import type { DraftDirective, Notice } from '../../../notices/index.ts';
import type { OpenDraft } from '../../../office/drafts/index.ts';
import { manyLines, oneLine } from '../../../texts/messages/index.ts';
import { DRAFT_REFUSALS } from '../../../texts/staff/index.ts';
import { itemsOf } from '../../review/items.ts';
import { dueTyped, namesText } from './edits.ts';

/** The field of a form that says what its card showed. */
export const SHOWN = 'thay';
/** The field of a form that says which revision of the draft its page showed. */
export const REVISION = 'ban';

/** What a card shows of a directive: who sends another has not seen it as it stands. */
export function shownOf(directive: DraftDirective, isConfirmed: boolean): string {
  const { lead, cooperating } = directive;
  return markOf([namesText(lead), namesText(cooperating), dueTyped(directive), String(isConfirmed)]);
}

/** The same for the header of a document. */
export function headerShown({ number, issuer, signer, issued }: Notice): string {
  return markOf([number, issuer, signer, issued].map((part) => part ?? ''));
}

function markOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

/**
 * A form of a page that was opened before a colleague changed the same thing would undo their change without a word.
 * Another card's change is no hindrance: two people share a long notice.
 * @throws UserError where what is sent is about something else than what stands there now.
 */
export function requireAsShown({ file, record }: OpenDraft, field: (name: string) => string): void {
  const [shown, revision] = [field(SHOWN), field(REVISION)];
  const stale = () => new UserError(DRAFT_REFUSALS.changedElsewhere);
  if (revision !== '' && revision !== String(record.revision)) throw stale();
  if (field('lam') === 'nhan') {
    // Taken once: a second press, or a colleague's, would give it out twice.
    const isThere = file.notices.some(({ unread }) =>
      unread.some(({ text }) => manyLines(text) === manyLines(field('loi'))),
    );
    if (!isThere) throw stale();
  }
  if (shown === '') return;
  const now =
    field('lam') === 'dau' ? headerOf(file.notices[Number(field('thu')) - 1]) : cardOf(file, oneLine(field('viec')));
  if (now !== shown) throw stale();
}

function headerOf(notice: Notice | undefined): string | undefined {
  return notice && headerShown(notice);
}

function cardOf(file: OpenDraft['file'], id: string): string | undefined {
  const item = itemsOf(file)
    .flatMap(({ items }) => items)
    .find(({ directive }) => directive.id === id);
  return item && shownOf(item.directive, item.confirmed);
}
