import { oneLine } from '../../texts/messages/index.ts';
import type { OpenDraft } from './desk.ts';

/** Names a draft's directives have for agencies that the directory does not know, each once, in the order of the notice. */
export function unknownNames({ file }: Pick<OpenDraft, 'file'>): string[] {
  const names = file.notices.flatMap(({ directives }) =>
    directives.flatMap(({ lead, cooperating, supervisor }) => [...lead, ...cooperating, ...supervisor]),
  );
  return [...new Set(names.filter(({ agency }) => agency === undefined).map(({ name }) => oneLine(name)))];
}
