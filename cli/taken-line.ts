import type { TakenMail } from '../inbound/mail/index.ts';
import { ASIDE_TEXT, takenText } from '../texts/intake.ts';

/** What a mail came to, in a line; one that was piped in has no name. */
export function takenLine({ name, taken, aside }: TakenMail): string {
  return `${name === '' ? '' : `${name}: `}${takenText(taken)}${aside ? ASIDE_TEXT : ''}`;
}
