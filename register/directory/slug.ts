import { bareLetters } from '../../dsl/bare-letters.ts';

/** “Sở Y tế” → so-y-te: the form ids of agencies and people have. '' where a name has neither letter nor digit. */
export function slugOf(name: string): string {
  return bareLetters(name.normalize('NFC').toLocaleLowerCase('vi'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The same, with a number where it is taken. */
export function freshSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || NAMELESS;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

const NAMELESS = 'muc';
