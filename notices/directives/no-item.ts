import type { Clean } from '../text/clean.ts';
import { findActor } from './actor.ts';
import type { Level } from './outline.ts';
import type { Parsed } from './segments.ts';
import {
  isBare,
  isClosing,
  isCompany,
  isConsent,
  isDescription,
  isEffect,
  isFormula,
  isPaper,
  isPraise,
  isPreamble,
  isRoleOnly,
} from './sinks.ts';

/* Paragraphs among the tasks that order nothing. */

/** By its words as a whole: a closing, a role, from when it holds, praise. */
export function isNoItem(body: Clean, isLabelled: boolean, top: Level, last: boolean): boolean {
  const { folded } = body;
  if (isCompany(body)) return true;
  if (isClosing(folded, last) || isRoleOnly(folded) || isEffect(folded) || isBare(folded) || isPaper(folded))
    return true;
  return isPraise(folded) && !(isLabelled && isTaskOfPraise(folded, top));
}

/** "Khen thưởng kịp thời …" among an agency's tasks is one of them. */
function isTaskOfPraise(folded: string, { task, lead }: Level): boolean {
  if (!task || lead.length === 0 || isPreamble(folded)) return false;
  return /^(?:kịp thời )?(?:biểu dương|khen thưởng|tôn vinh)/u.test(folded);
}

/** By who is told what: describes or agrees and tells nobody, or ends the document with its formula. */
export function isFormal(parsed: Parsed, last: boolean): boolean {
  const { folded } = parsed.clean;
  if ((isDescription(folded) || isConsent(folded)) && !namesSomebody(parsed)) return true;
  if (!last && !folded.endsWith('./.')) return false;
  const actor = findActor(parsed.tokens, parsed.depth, { from: 0, to: parsed.tokens.length });
  return actor !== null && isFormula(folded.slice(parsed.tokens[actor.next]?.start ?? folded.length));
}

/** Is one body told something here, by its own name? */
function namesSomebody(parsed: Parsed): boolean {
  return parsed.sentences.some((s) => {
    const actor = findActor(parsed.tokens, parsed.depth, s);
    return actor !== null && !actor.weak && actor.names.some((n) => n.specific);
  });
}
