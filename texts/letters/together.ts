import { nameList } from '../format.ts';
import type { LetterContent, LetterParagraph } from './content.ts';

/** A letter that urges one agency, and the agency as it is named in it. */
export interface LetterTo {
  readonly letter: LetterContent;
  readonly name: string;
}

const NAME = '\u{e000}';

/**
 * One letter to several agencies that were given the same: what each of theirs says alike, with all of their names;
 * what is true of one alone is left out.
 */
export function letterToAll(letters: readonly LetterTo[]): LetterContent | undefined {
  const [first, ...others] = letters;
  if (!first || others.length === 0) return first?.letter;
  const names = letters.map(({ name }) => name);
  const bodies = letters.map(({ letter, name }) => letter.paragraphs.map((p) => unnamed(p, name)));
  const [own = []] = bodies;
  const common = own.filter((p) => bodies.every((body) => body.some((other) => other.text === p.text)));
  return {
    ...first.letter,
    addressees: names,
    paragraphs: common.map((p) => ({ ...p, text: p.text.replaceAll(NAME, nameList(names)) })),
  };
}

function unnamed(paragraph: LetterParagraph, name: string): LetterParagraph {
  return paragraph.quote ? paragraph : { ...paragraph, text: paragraph.text.replaceAll(name, NAME) };
}
