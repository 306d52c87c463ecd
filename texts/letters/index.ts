export { composeLetter, letterOf } from './compose.ts';
export type { LetterContent, LetterParagraph } from './content.ts';
export { letterToAll } from './together.ts';
