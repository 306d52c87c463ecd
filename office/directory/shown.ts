import { UserError } from '../../dsl/user-error.ts';
import { agencyById, type Directory } from '../../register/index.ts';
import { DIRECTORY as say } from '../../texts/staff/index.ts';
import { hashOf } from '../proof/content.ts';
import type { DirectoryEdit } from './edits.ts';

/** What a form of the directory writes over: a name with its aliases, a person, the members of a group. */
export type WrittenOver =
  | { readonly kind: 'name' | 'members'; readonly agency: string }
  | { readonly kind: 'person'; readonly person: string };

/** Names what stands where a form will write: put into the form, it tells whether it still stood there when it came back. */
export function entryShown(directory: Directory, written: WrittenOver): string {
  return hashOf(standing(directory, written)).slice(0, 16);
}

/**
 * The directory after an edit, unless somebody has changed since what the form showed: another window must not put back
 * what a colleague put right. Where it stands already as it was asked for there is nothing to quarrel about.
 *
 * @param shown as of `entryShown` when the form was drawn; '' of a form that showed nothing
 * @throws UserError where it has been changed
 */
export function unlessChanged(before: Directory, after: Directory, edit: DirectoryEdit, shown: string): Directory {
  if (shown === '' || !isWritten(edit)) return after;
  const now = entryShown(before, edit);
  if (now !== shown && now !== entryShown(after, edit)) throw new UserError(say.entryChanged);
  return after;
}

function isWritten(edit: DirectoryEdit): edit is DirectoryEdit & WrittenOver {
  return edit.kind === 'name' || edit.kind === 'members' || edit.kind === 'person';
}

function standing(directory: Directory, written: WrittenOver): unknown {
  if (written.kind === 'person') {
    const { name, email, phone } = directory.people.find(({ id }) => id === written.person) ?? {};
    return { name, email, phone };
  }
  const { name, aliases, members, rule } = agencyById(directory, written.agency) ?? {};
  return written.kind === 'name' ? { name, aliases } : { members, rule };
}
