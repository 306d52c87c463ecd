import type { Policy } from '../../../dsl/policy/index.ts';
import { POLICY_FAULTS } from '../../../texts/policies.ts';
import { TYPESCRIPT_FAULTS as say, type WordKind } from '../../../texts/policy-typescript.ts';
import { nearestWord } from '../nearest.ts';
import { policyWordsAt } from '../vocabulary.ts';
import { PolicyTextError } from '../written.ts';
import type { SentenceDraft, SentenceStage, Value } from './values.ts';

/*
 * The sentence of a policy, step by step: which step may follow which, what it takes, and where in the policy's data
 * each piece of it comes to stand. The language's own builder makes the data.
 */

const NEXT: Readonly<Record<SentenceStage, readonly SentenceStage[]>> = {
  policy: ['assign'],
  assign: ['remind', 'escalate', 'close'],
  remind: ['remind', 'escalate', 'close'],
  escalate: ['escalate', 'close'],
  close: [],
};

const STAGES = Object.keys(NEXT) as SentenceStage[];

/** A step as it is written: its word, what stands in its brackets, its line. */
export interface WrittenStep {
  readonly name: string;
  readonly given: readonly Value[];
  readonly line: number;
}

/** `policy('…', '…', { … })`, whose kinds are checked. */
export function beginSentence(make: unknown, { given, line }: WrittenStep): Value {
  const [id, name, options] = given;
  const known = policyWordsAt([]).keys.filter((key) => !['format', 'id', 'name', 'because', ...STAGES].includes(key));
  requireKnown(options, known);
  const places = new Map<string, Value>([...(options?.parts ?? [])].map(([key, value]) => [String(key), value]));
  if (id) places.set('id', id);
  if (name) places.set('name', name);
  return draftValue({ stage: 'policy', made: run(make, given), places, last: [] }, line);
}

/** The sentence with one more step. @throws PolicyTextError where that step may not stand there */
export function continueSentence(draft: SentenceDraft, step: WrittenStep): Value {
  const { name, line } = step;
  if (name === 'because' && draft.stage !== 'close') return withSource(draft, step);
  const allowed = NEXT[draft.stage];
  const stage = allowed.find((one) => one === name);
  if (!stage) {
    const near = nearestWord(name, allowed);
    const misplaced = STAGES.some((one) => one === name) ? `; ${say.order}` : '';
    throw new PolicyTextError(line, say.notAfter(name, draft.stage, allowed, near) + misplaced);
  }
  const places = new Map(draft.places);
  if (stage === 'close') placeClose(step, places);
  else if (stage === 'assign') placeAssign(step, places);
  else if (stage !== 'policy') placeRungs(stage, step, places);
  const last = stage === 'assign' ? ['assign'] : [...places.keys()].filter((place) => !draft.places.has(place));
  return draftValue({ stage, made: callOn(draft.made, stage, step.given), places, last }, line);
}

/** The line of what stands at a place of a finished policy. */
export function lineIn(draft: SentenceDraft, path: readonly (string | number)[], otherwise: number): number {
  for (let length = path.length; length > 0; length--) {
    const found = draft.places.get(path.slice(0, length).join('.'));
    if (found) return lineWithin(found, path.slice(length));
  }
  return otherwise;
}

/** Followed as far as it goes: what is named often is made of the same pieces, and never written out. */
function lineWithin(value: Value, path: readonly (string | number)[]): number {
  let at = value;
  for (const step of path) {
    const part = at.parts?.get(step);
    if (!part) break;
    at = part;
  }
  return at.line;
}

/** `.because(…)` speaks of what stands before it: the policy, the assignment, or the rungs of the last step. */
function withSource(draft: SentenceDraft, { name, given, line }: WrittenStep): Value {
  const [source, words] = requireKinds(name, line, given, ['text'], 'text');
  const places = new Map(draft.places);
  const because: Value = { kind: 'group', data: undefined, line, parts: new Map(named({ source, words })) };
  if (draft.stage === 'policy') places.set('because', because);
  for (const place of draft.last) {
    const group = places.get(place);
    if (group) places.set(place, { ...group, parts: new Map([...(group.parts ?? []), ['because', because]]) });
  }
  return draftValue({ ...draft, made: callOn(draft.made, name, given), places }, line);
}

function callOn(made: unknown, method: string, given: readonly Value[]): unknown {
  const called = (made as Readonly<Record<string, (...given: unknown[]) => unknown>>)[method];
  return run(called?.bind(made), given);
}

function placeAssign({ name, given, line }: WrittenStep, places: Map<string, Value>): void {
  const [to, options] = requireKinds(name, line, given, ['role'], 'group');
  requireKnown(
    options,
    policyWordsAt(['assign']).keys.filter((key) => key !== 'to' && key !== 'because'),
  );
  places.set('assign', {
    kind: 'group',
    data: undefined,
    line,
    parts: new Map([...(options?.parts ?? []), ...named({ to })]),
  });
}

function placeClose({ name, given, line }: WrittenStep, places: Map<string, Value>): void {
  const [options] = requireKinds(name, line, given, ['group']);
  requireKnown(options, policyWordsAt(['close']).keys);
  if (options) places.set('close', options);
}

function placeRungs(
  stage: 'remind' | 'escalate',
  { name, given, line }: WrittenStep,
  places: Map<string, Value>,
): void {
  const [to, ...rest] = given;
  requireKinds(name, line, to ? [to] : [], ['role']);
  const start = [...places.keys()].filter((place) => place.startsWith(`${stage}.`)).length;
  const rungs: Map<string | number, Value>[] = [];
  for (const part of rest) {
    const rung = rungs.at(-1);
    if (part.kind === 'trigger') {
      requireStage(stage, part);
      rungs.push(new Map(named({ to, when: part })));
    } else if (part.kind === 'every' || part.kind === 'atMost' || part.kind === 'conditions' || part.kind === 'group') {
      if (part.kind === 'group') requireKnown(part, ['letter']);
      if (!rung) throw new PolicyTextError(part.line, say.looseQualifier(LOOSE[part.kind]));
      for (const [key, value] of part.parts ?? []) rung.set(key, value);
    } else throw new PolicyTextError(part.line, say.argument(name, 'trigger', part.kind));
  }
  if (rungs.length === 0) throw new PolicyTextError(line, say.noTrigger(stage));
  for (const [i, parts] of rungs.entries())
    places.set(`${stage}.${start + i}`, {
      kind: 'group',
      data: undefined,
      line: parts.get('when')?.line ?? line,
      parts,
    });
}

const LOOSE = {
  every: 'every(…)',
  atMost: 'atMost(…)',
  conditions: 'onlyWhen(…), unless(…)',
  group: '{ letter: … }',
} as const;

function requireStage(stage: 'remind' | 'escalate', { data, line }: Value): void {
  const wrong = stage === 'remind' ? 'after' : 'before';
  if (Object.hasOwn(data as object, wrong)) throw new PolicyTextError(line, say.wrongStage(stage, wrong));
}

/** What stands in brackets, if it is of the kinds that belong there. @throws PolicyTextError */
export function requireKinds(
  name: string,
  line: number,
  given: readonly Value[],
  wanted: readonly WordKind[],
  then?: WordKind,
): readonly (Value | undefined)[] {
  const all = then === undefined ? wanted : [...wanted, then];
  if (given.length < wanted.length) throw new PolicyTextError(line, say.arguments(name, wanted));
  const extra = given[all.length];
  if (extra) throw new PolicyTextError(extra.line, say.tooMany(name, all.length));
  for (const [i, value] of given.entries()) {
    const kind = all[i] ?? value.kind;
    // A role may be written as its name: what is none the policy's schema finds.
    if (value.kind !== kind && !(kind === 'role' && value.kind === 'text'))
      throw new PolicyTextError(value.line, say.argument(name, kind, value.kind));
  }
  return given;
}

function requireKnown(group: Value | undefined, known: readonly string[]): void {
  for (const [key, { line }] of group?.parts ?? [])
    if (!known.includes(String(key)))
      throw new PolicyTextError(line, POLICY_FAULTS.unknownWord(String(key), nearestWord(String(key), known), known));
}

function named(parts: Readonly<Record<string, Value | undefined>>): [string, Value][] {
  return Object.entries(parts).flatMap(([key, value]): [string, Value][] => (value ? [[key, value]] : []));
}

function run(make: unknown, given: readonly Value[]): unknown {
  return (make as (...given: unknown[]) => unknown)(...given.map(({ data }) => data));
}

function draftValue(draft: SentenceDraft, line: number): Value {
  const closed = draft.stage === 'close';
  return { kind: closed ? 'policy' : 'draft', data: closed ? (draft.made as Policy) : undefined, line, draft };
}
