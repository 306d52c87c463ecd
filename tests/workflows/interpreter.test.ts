import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Act, Wake } from '../../dsl/rules/index.ts';
import {
  CURRENT_INTERPRETER,
  FIRST_INTERPRETER,
  isKnownInterpreter,
  KNOWS_WHO_LEADS,
} from '../../dsl/rules/version.ts';
import type { DirectiveInput } from '../../workflows/contract.ts';
import { Life } from '../../workflows/life.ts';

/*
 * A directive keeps the meaning it was started with: a recorded life of the first version, led by today's program, tells
 * what it told then; the same begun under the second version tells what that one brought.
 */

interface Payloads {
  readonly payloads: readonly { readonly data: string }[];
}

interface HistoryEvent {
  readonly workflowExecutionStartedEventAttributes?: { readonly input: Payloads };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly acceptedRequest: { readonly input: { readonly args: Payloads } };
  };
}

function recorded(file: string): { readonly input: DirectiveInput; readonly acts: readonly Act[] } {
  const path = fileURLToPath(new URL(`../histories/${file}`, import.meta.url));
  const { events } = JSON.parse(readFileSync(path, 'utf8')) as { readonly events: readonly HistoryEvent[] };
  const decoded = <T>({ payloads }: Payloads): T => {
    return JSON.parse(Buffer.from(payloads[0]?.data ?? '', 'base64').toString()) as T;
  };
  const [started] = events.flatMap((e) => e.workflowExecutionStartedEventAttributes ?? []);
  if (!started) throw new Error(`${file}: no start`);
  return {
    input: decoded(started.input),
    acts: events.flatMap((e) => {
      const accepted = e.workflowExecutionUpdateAcceptedEventAttributes;
      return accepted ? [decoded<Act>(accepted.acceptedRequest.input.args)] : [];
    }),
  };
}

/** What a life tells when somebody gives it another lead, by the version it was started with. */
async function toldOfAnotherLead(input: DirectiveInput, acts: readonly Act[]): Promise<string[]> {
  const wakes: Wake[] = [];
  let now = input.directive.issuedAt;
  const life = new Life(
    input,
    async (wake) => {
      wakes.push(wake);
      return null;
    },
    () => now,
  );
  await life.wake();
  now = life.nextWake ?? now;
  const [act] = acts.filter(({ type }) => type === 'reassign');
  if (!act) throw new Error('a life without another lead');
  expect(await life.wake({ id: 'a', act })).toBeUndefined();
  return wakes.at(-1)?.posts.map((post) => `${post.kind} ${post.to}${post.former ? ' (former)' : ''}`) ?? [];
}

describe('the interpreter', () => {
  const { input, acts } = recorded('v1/reassign-II.1.json');

  test('of a recorded first-version life tells as it told then', async () => {
    expect(input.interpreter).toBe(FIRST_INTERPRETER);
    expect((await toldOfAnotherLead(input, acts)).sort()).toEqual(['assignment cooperating', 'assignment lead']);
  });

  test('of the second version tells another lead by messages of its own', async () => {
    const told = await toldOfAnotherLead({ ...input, interpreter: KNOWS_WHO_LEADS }, acts);
    expect(told.sort()).toEqual(['assignment lead', 'lead-changed cooperating', 'relieved lead (former)']);
  });

  test('of a newer program is left to that program', () => {
    expect(isKnownInterpreter(CURRENT_INTERPRETER + 1)).toBe(false);
    const life = () => new Life({ ...input, interpreter: 99 }, async () => null, Date.now);
    expect(life).toThrow('interpreter 99 is not known');
  });
});
