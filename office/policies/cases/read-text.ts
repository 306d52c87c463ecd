import { present } from '../../../dsl/present.ts';
import { UserError } from '../../../dsl/user-error.ts';
import { CASE_FAULTS as fault } from '../../../texts/policy-cases.ts';
import { type Anchor, CaseFault, expectedPart, givenPart } from './parts.ts';
import { byDay, type CaseAct, type Expected, type PolicyCase } from './types.ts';
import { ARROW, EXPECTS, SECTION } from './words.ts';

/** A piece of a case as written, with its line from 1. */
export interface CaseLine {
  readonly line: number;
  readonly text: string;
}

/** A case as written: what is given and happens, and what is expected. */
export interface WrittenCase {
  readonly name: string;
  readonly line: number;
  readonly given: readonly CaseLine[];
  readonly expected: readonly CaseLine[];
}

/**
 * The cases of a text: `Ca`, `Cho`, `Khi`, `Thì`, each on lines of its own, or all on one line with an arrow. What
 * follows `#` is a remark.
 *
 * @throws UserError “path:line: what, and what would be right”
 */
export function readCasesText(text: string, path: string): PolicyCase[] {
  const written: { name: string; line: number; given: CaseLine[]; expected: CaseLine[] }[] = [];
  let year: number | undefined;
  let section = '';
  const begin = (name: string, line: number) => {
    const made = { name, line, given: [] as CaseLine[], expected: [] as CaseLine[] };
    written.push(made);
    return made;
  };
  for (const [i, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const line = i + 1;
    const said = raw.replace(/#.*/, '').trim();
    if (said === '') continue;
    const [left, right] = said.split(ARROW);
    const [head = '', word = '', number = ''] = SECTION.exec(said) ?? [];
    const key = word.toLowerCase();
    const rest = said.slice(head.length);
    if (right !== undefined && key === '') {
      const one = begin(said, line);
      one.given.push({ line, text: left ?? '' });
      one.expected.push({ line, text: right.replace(EXPECTS, '') });
      section = '';
    } else if (key === 'năm') {
      year = Number(number || rest);
    } else if (key === 'ca') {
      begin(rest || said, line);
      section = 'ca';
    } else {
      // A line that begins with none of the words goes on with the one above it, where it stands further in.
      if (key === '' && !/^\s/.test(raw)) throw new UserError(`${path}:${line}: ${fault.noSection(said)}`);
      if (key !== '' && key !== 'và') section = key;
      if (section === '' && key === '') throw new UserError(`${path}:${line}: ${fault.noSection(said)}`);
      const one = written.at(-1) ?? begin('', line);
      (section === 'thì' ? one.expected : one.given).push({ line, text: `${number}${rest}` });
    }
  }
  if (written.length === 0) throw new UserError(`${path}: ${fault.empty}`);
  return written.map((one) => caseOf(one, path, year));
}

/** @throws UserError “path:line: …” */
export function caseOf(written: WrittenCase, path: string, year?: number): PolicyCase {
  let anchor: Anchor = year === undefined ? {} : { year };
  const acts: CaseAct[] = [];
  let due: PolicyCase['due'] = null;
  let cooperating = false;
  let traits: PolicyCase['traits'];
  for (const { line, text } of written.given)
    for (const piece of piecesOf(text, /[,;]/)) {
      const part = at(path, line, () => givenPart(piece, anchor));
      if ('issued' in part) anchor = { ...anchor, issued: part.issued };
      else if ('due' in part) due = part.due;
      else if ('cooperating' in part) cooperating = part.cooperating;
      else if ('traits' in part) traits = { ...traits, ...part.traits };
      else if ('act' in part) {
        if (anchor.issued !== undefined && part.act.on < anchor.issued)
          throw new UserError(`${path}:${line}: ${fault.beforeIssue(piece)}`);
        acts.push(part.act);
      }
    }
  const { issued } = anchor;
  if (issued === undefined) throw new UserError(`${path}:${written.line}: ${fault.noIssue}`);
  const expected: Expected[] = written.expected.flatMap(({ line, text }) =>
    piecesOf(text, /;/).map((piece) => at(path, line, () => expectedPart(piece, { issued }))),
  );
  if (expected.length === 0) throw new UserError(`${path}:${written.line}: ${fault.noExpectation}`);
  return {
    name: written.name,
    line: written.line,
    issued,
    due,
    cooperating,
    ...present({ traits }),
    expected,
    acts: handedIn(acts.toSorted(byDay)),
  };
}

const piecesOf = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** What is returned or approved was handed in: where nobody said when, on that day. */
function handedIn(acts: readonly CaseAct[]): CaseAct[] {
  let inHand = false;
  return acts.flatMap((act) => {
    const judged = act.type === 'return' || act.type === 'approve';
    const before: CaseAct[] = judged && !inHand ? [{ on: act.on, type: 'submit-result' }] : [];
    if (act.type === 'submit-result') inHand = true;
    if (judged || act.type === 'withdraw-result') inHand = false;
    return [...before, act];
  });
}

function at<T>(path: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CaseFault) throw new UserError(`${path}:${line}: ${error.message}`);
    throw error;
  }
}
