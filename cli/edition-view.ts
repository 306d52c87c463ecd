import { present } from '../dsl/present.ts';
import type { Adjusted, Edition } from '../office/edition/index.ts';
import type { DirectiveDraft, NamedParty } from '../register/index.ts';
import { EDITION as say } from '../texts/edition.ts';

const QUOTE_LETTERS = 160;

/** What a corrected edition changes, for a person who is about to say yes. */
export function editionLines(name: string, edition: Edition): string[] {
  const { replaces, same, sameSeries, adjusted, dropped, added, closed, droppedSeries, addedSeries } = edition;
  const changes = adjusted.length + dropped.length + added.length + droppedSeries.length + addedSeries.length;
  return [
    say.head(name, say.name(replaces.number, replaces.issued ?? replaces.anchor)),
    ...(same.length + sameSeries.length === 0 ? [] : [say.same(same.length + sameSeries.length)]),
    ...folded(adjusted.map(adjustedLines)),
    ...wholes(dropped).map((one) => say.dropped(one.code, one.lead)),
    ...wholes(added).map((one) => say.added(one.code, one.lead, one.due)),
    ...(closed.length === 0 ? [] : [say.closed(closed.map((d) => d.localId))]),
    ...(changes === 0 ? [say.nothing] : []),
  ];
}

/** What a corrected notice changes, by ids. */
export function editionJson({ replaces, same, adjusted, dropped, added, closed }: Edition) {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    replaces: replaces.id,
    same: ids(same),
    dropped: ids(dropped),
    added: ids(added),
    closed: ids(closed),
    adjusted: adjusted.map(({ directive, text, due, lead }) =>
      present({
        id: directive.id,
        text: text === undefined ? undefined : { was: directive.text, is: text },
        due: due === undefined ? undefined : { was: directive.due, is: due },
        lead: lead === undefined ? undefined : { was: directive.lead, is: lead },
      }),
    ),
  };
}

interface Change {
  readonly code: string;
  readonly lines: readonly string[];
}

/** The shares of a group change alike and are one change; how many they are is said. */
function folded(changes: readonly Change[]): string[] {
  const alike = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify(change);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [say.adjusted(first.code, others.length + 1), ...first.lines],
  );
}

/** Of the shares of a group its name, once. */
function wholes(directives: readonly Pick<DirectiveDraft, 'localId' | 'lead' | 'parent' | 'due'>[]) {
  const seen = new Map<string, { code: string; lead: string; due: string | null }>();
  for (const { localId, lead, parent, due } of directives) {
    const names = namesOf(parent?.lead ?? lead).join(', ');
    seen.set(JSON.stringify([localId, names, due]), { code: localId, lead: names, due });
  }
  return [...seen.values()];
}

function adjustedLines({ directive, text, due, lead }: Adjusted): Change {
  const lines = [
    ...(text === undefined ? [] : [say.text(quoted(directive.text), quoted(text))]),
    ...(due === undefined ? [] : [say.due(directive.due, due)]),
    ...(lead === undefined ? [] : [say.lead(namesOf(directive.lead), namesOf(lead))]),
  ];
  return { code: directive.localId, lines };
}

function namesOf(parties: readonly NamedParty[]): string[] {
  return parties.map(({ name }) => name);
}

function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > QUOTE_LETTERS ? `${line.slice(0, QUOTE_LETTERS - 1)}…` : line;
}
