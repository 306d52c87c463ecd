import type { Day } from '../../dsl/time/day.ts';
import { type Agency, type Directory, FUNCTIONS, holdersOn, type Person } from '../../register/index.ts';
import { DIRECTORY_CHANGES as say } from '../../texts/staff/directory.ts';
import { agenciesOn } from './edits.ts';

/** One thing that would be otherwise, in words: what it is about, and what changes of it. */
export interface DirectoryChange {
  readonly kind: 'added' | 'gone' | 'changed';
  readonly about: string;
  readonly words: string;
}

/** What one directory says otherwise than another, as each stands on a day. */
export function directoryChanges(before: Directory, after: Directory, day: Day): DirectoryChange[] {
  const [old, next] = [before, after].map((one) => new Map(agenciesOn(one, day).map((agency) => [agency.id, agency])));
  if (old === undefined || next === undefined) return [];
  const added = [...next.values()].filter(({ id }) => !old.has(id));
  const gone = [...old.values()].filter(({ id }) => !next.has(id));
  const kept = [...next.values()].flatMap((agency) => {
    const was = old.get(agency.id);
    return was === undefined ? [] : changesOf(before, was, after, agency, day);
  });
  return [
    ...gone.map((agency) => ({ kind: 'gone' as const, about: agency.name, words: say.gone })),
    ...kept,
    ...added.map((agency) => ({
      kind: 'added' as const,
      about: agency.name,
      words: say.added(peopleOf(after, agency, day).map(({ words }) => words)),
    })),
  ];
}

function changesOf(before: Directory, was: Agency, after: Directory, agency: Agency, day: Day): DirectoryChange[] {
  const [old, next] = [peopleOf(before, was, day), peopleOf(after, agency, day)];
  const lines = [
    ...(was.name === agency.name ? [] : [say.renamed(was.name)]),
    ...(same(was.aliases, agency.aliases) ? [] : [say.aliases(agency.aliases)]),
    ...old.filter((one) => !next.some(({ key }) => key === one.key)).map(({ words }) => say.leaves(words)),
    ...next.flatMap((one) => {
      const held = old.find(({ key }) => key === one.key);
      if (held === undefined) return [say.joins(one.words)];
      return held.words === one.words ? [] : [say.becomes(held.words, one.words)];
    }),
  ];
  return lines.map((words) => ({ kind: 'changed', about: agency.name, words }));
}

/** Who serves at an agency: the same person in the same function is one key, however their addresses are written. */
function peopleOf(directory: Directory, agency: Agency, day: Day): { readonly key: string; readonly words: string }[] {
  return FUNCTIONS.flatMap((as) =>
    holdersOn(directory, agency.id, as, day).map(({ person, position }) => ({
      key: `${as}/${person.name}`,
      words: say.person(say.functions[as], position.acting, person.name, addressesOf(person)),
    })),
  );
}

function addressesOf({ email, phone }: Person): string[] {
  return [email, phone].filter((one): one is string => one !== undefined);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n');
}
