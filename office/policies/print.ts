import { Document, isScalar, isSeq, visit } from 'yaml';
import { DEFAULT_CHANNELS } from '../../dsl/policy/channels.ts';
import { valuesOf } from '../../dsl/policy/conditions.ts';
import {
  type Conditions,
  DEFAULT_WINDOW,
  type Policy,
  type Role,
  type Rung,
  type Source,
} from '../../dsl/policy/policy.ts';
import { namedPerson } from '../../dsl/policy/roles.ts';
import { present } from '../../dsl/present.ts';
import type { DayCount } from '../../dsl/time/day-count.ts';
import { WORDS } from './typescript/words.ts';

/* A policy as a person would write it: what the language takes for granted is left out. */

/** As TypeScript, to be laid out by `formatTypescript`. */
export function typescriptOf(policy: Policy): string {
  const { remind, escalate, close } = policy;
  const options = group({
    window: same(policy.window, DEFAULT_WINDOW) ? undefined : policy.window,
    channels: same(policy.channels, DEFAULT_CHANNELS) ? undefined : policy.channels,
    alone: policy.alone,
    each: policy.each,
    onDayOff: policy.onDayOff,
    extension: policy.extension,
    permissions: policy.permissions,
  });
  const copy = policy.assign.copy.length === 1 ? policy.assign.copy[0] : policy.assign.copy;
  const assigned = group({
    copy: policy.assign.copy.length === 0 ? undefined : copy,
    acknowledgeWithin: policy.assign.acknowledgeWithin,
  });
  const sentence = [
    `policy(${given(quoted(policy.id), quoted(policy.name), options)})`,
    becauseText(policy.because),
    `.assign(${given(policy.assign.to, assigned)})${becauseText(policy.assign.because)}`,
    ladder('remind', remind),
    ladder('escalate', escalate),
    `.close(${group(close)})`,
  ].join('');
  const words = Object.keys(WORDS).filter((word) => new RegExp(`(?<![\\w'])${word}(?![\\w':])`).test(bare(sentence)));
  return `import { ${words.sort().join(', ')} } from 'dondoc/dsl';\n\nexport default ${sentence};\n`;
}

/** What a file says of a policy, as data: what the language takes for granted is left out. */
export function dataWritten(policy: Policy): Record<string, unknown> {
  const { format: _, id, name, window, channels, ...rest } = policy;
  return {
    id,
    name,
    ...present({
      window: same(window, DEFAULT_WINDOW) ? undefined : window,
      channels: same(channels, DEFAULT_CHANNELS) ? undefined : channels,
    }),
    ...rest,
  };
}

/** As YAML; `schema` is where editors find the words, a path or an address. */
export function yamlOf(policy: Policy, schema?: string): string {
  const document = new Document(dataWritten(policy));
  // A rung, a span, a list of roles: a line each.
  visit(document, {
    Collection: (_, node, above) => {
      const inList = above.some((one) => isSeq(one));
      if (inList || (isSeq(node) ? node.items.every(isScalar) : above.length > 3)) node.flow = true;
    },
  });
  if (schema !== undefined) document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}

/** Rungs of one role that say no more than when stand in one step. */
function ladder(stage: string, rungs: readonly Rung[]): string {
  const steps: { readonly to: Role; readonly parts: string[]; readonly plain: boolean; readonly because: string }[] =
    [];
  for (const rung of rungs) {
    const plain = isPlain(rung);
    const last = steps.at(-1);
    const because = becauseText(rung.because);
    if (last?.plain && plain && last.to === rung.to && last.because === because) last.parts.push(rungText(rung));
    else steps.push({ to: rung.to, parts: [rungText(rung)], plain, because });
  }
  return steps.map(({ to, parts, because }) => `.${stage}(${given(value(to), ...parts)})${because}`).join('');
}

function isPlain({ every, letter, onlyWhen, unless }: Rung): boolean {
  return [every, letter, onlyWhen, unless].every((said) => said === undefined);
}

function becauseText(because: Source | undefined): string {
  if (because === undefined) return '';
  return `.because(${given(quoted(because.source), because.words === undefined ? '' : quoted(because.words))})`;
}

function rungText({ when, every, atMost, letter, onlyWhen, unless }: Rung): string {
  const [[word, span] = []] = Object.entries(when) as [string, DayCount][];
  return given(
    `${word}(${span === undefined ? '' : value(span)})`,
    every === undefined ? '' : `every(${value(every)})`,
    atMost === undefined ? '' : `atMost(${atMost})`,
    group({ letter }),
    onlyWhen === undefined ? '' : `onlyWhen(${conditionsText(onlyWhen)})`,
    unless === undefined ? '' : `unless(${conditionsText(unless)})`,
  );
}

/** Their values are words of notices, none of the language's, whatever they look like. */
function conditionsText(conditions: Conditions): string {
  const said = Object.entries(conditions).map(([key, value]) => {
    const texts = valuesOf(value).map(quoted);
    return `${key}: ${Array.isArray(value) ? `[${texts.join(', ')}]` : texts.join()}`;
  });
  return `{ ${said.join(', ')} }`;
}

/** A group without what is not said; nothing where nothing is. */
function group(fields: object): string {
  const said = Object.entries(fields).filter(([, field]) => field !== undefined);
  return said.length === 0 ? '' : `{ ${said.map(([key, field]) => `${name(key)}: ${value(field)}`).join(', ')} }`;
}

const name = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key));

function value(data: unknown): string {
  if (typeof data === 'string') return wordOf(data) ?? quoted(data);
  if (Array.isArray(data)) return `[${data.map(value).join(', ')}]`;
  if (typeof data !== 'object' || data === null) return String(data);
  const [key = '', ...others] = Object.keys(data);
  // { days: 5 } is days(5), { before: … } before(…): the language's own calls, by their names.
  const word = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  if (others.length === 0 && word?.takes && word.kind !== 'role') return `${key}(${value(Object.values(data)[0])})`;
  return group(data);
}

/** Roles and days off have words of their own. */
function wordOf(data: string): string | undefined {
  if (/^(headOf|deputiesOf)\(\w+\)$/.test(data)) return data;
  const person = namedPerson(data as Role);
  if (person !== undefined) return `person(${quoted(person)})`;
  return Object.entries(WORDS).find(([, word]) => !word.takes && word.is === data)?.[0];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}

/** Without what stands in quotes. */
function bare(sentence: string): string {
  return sentence.replace(/'(?:[^'\\]|\\.)*'/g, "''");
}

function given(...values: (string | Role)[]): string {
  return values.filter((one) => one !== '').join(', ');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
