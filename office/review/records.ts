import { type CorrectionDraft, directiveIdOf } from '../../register/index.ts';
import type { ReadNotice } from '../registration.ts';
import type { Confirmation } from './confirm.ts';

/** What the register keeps of a review: each field a person set with what had been read, each confirmation, and who. */
export function correctionDraftsOf(read: ReadNotice, confirmation: Confirmation | undefined): CorrectionDraft[] {
  const { changes = [], header = [] } = read.review ?? {};
  const confirmations = confirmationsOf(read, confirmation);
  if (changes.length + header.length + confirmations.length === 0) return [];
  if (!confirmation) throw new TypeError('a corrected or confirmed notice is issued by somebody: give confirmation.by');
  const { by } = confirmation;
  return [
    ...header.map(({ field, was, is }) => ({ directiveId: read.id, field, was, is, by })),
    ...changes.map(({ directive, field, was, is }) => ({
      directiveId: directiveIdOf(read.id, directive),
      field,
      was,
      is,
      by,
    })),
    ...confirmations.map(({ id, field }) => {
      const directive = read.notice.directives.find((d) => d.id === id);
      const confidence = String(directive?.confidence ?? 0);
      return { directiveId: directiveIdOf(read.id, id), field, was: confidence, is: 'confirmed', by };
    }),
  ];
}

type Confirmed = { readonly id: string; readonly field: 'confirm' | 'confirm-all' };

/** Each directive once; one confirmed by name is not also confirmed with all the others. */
function confirmationsOf({ notice, review }: ReadNotice, confirmation: Confirmation | undefined): Confirmed[] {
  const given = confirmation?.directives ?? [];
  const named = new Set([...(review?.confirmed ?? []), ...(given === 'all' ? [] : given)]);
  return notice.directives.flatMap(({ id }): Confirmed[] => {
    if (named.has(id)) return [{ id, field: 'confirm' }];
    return given === 'all' ? [{ id, field: 'confirm-all' }] : [];
  });
}
