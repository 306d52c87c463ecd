import { expect } from '@jest/globals';
import { type Day, dayOf, HOUR_MS, type Instant } from '../../../dsl/time/day.ts';
import type { ReadNotice } from '../../../office/registration.ts';
import type { SuccessionOptions } from '../../../office/succession/index.ts';
import { shippedRules } from '../../../policies/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import type { Sandbox } from '../../../rehearsal/sandbox.ts';
import { prepareRuns, type TaskRun } from '../../../rehearsal/task-runs.ts';
import { atOnce } from '../../../system/at-once.ts';

/** A notice whose directives run and have got to an instant. */
export async function runningFrom(
  sandbox: Sandbox,
  notice: ReadNotice,
  issuedAt: Instant,
  now: Instant,
): Promise<(localId: string) => TaskRun['runner']> {
  const runs = await prepareRuns(sandbox, [notice], { rules: shippedRules, issuedAt });
  await atOnce(runs, 8, async ({ runner }) => {
    await runner.start();
    await runner.goTo(now);
  });
  return (localId) => {
    const run = runs.find((p) => p.runner.directive.localId === localId);
    if (!run) throw new Error(`${localId} is not results`);
    return run.runner;
  };
}

/** What opens begins a little after what closes: each workflow in the sandbox has a clock of its own, which runs on. */
export function optionsOn({ register, client, taskQueue }: Sandbox, now: Instant): SuccessionOptions {
  return { register, client, taskQueue, clockOffsetMs: now + HOUR_MS - Date.now() };
}

export async function recordOf({ register }: Sandbox, id: string): Promise<DirectiveRecord> {
  const directive = await register.directives.find(id);
  if (!directive) throw new Error(`${id} is not in the register`);
  return directive;
}

/**
 * Every message in a directive's ledger from a day on, counted: “2025-03-03 split lead don-vi-1-dau-moi”, by email and
 * Zalo once each.
 */
export async function ledgerOf({ register }: Sandbox, id: string, from: Day): Promise<string[]> {
  const messages = ((await register.directives.show(id))?.messages ?? []).filter((m) => dayOf(m.at) >= from);
  const byChannel = (channel: string) =>
    messages
      .filter((m) => m.channel === channel)
      .map((m) => `${dayOf(m.at)} ${m.kind} ${m.role} ${m.personId}`)
      .sort();
  expect(byChannel('zalo')).toEqual(byChannel('email'));
  expect(messages).toHaveLength(2 * byChannel('email').length);
  return byChannel('email');
}

class Cut extends Error {}

/**
 * As a process that is killed before its `nth` call of the register or Temporal, counted from the first that writes:
 * that call and all after fail.
 */
export function cutBefore(options: SuccessionOptions, nth: number): SuccessionOptions {
  let calls = 0;
  const dying = <T extends object>(real: T): T =>
    new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        // A part of the register: what it does is a call too.
        if (typeof value === 'object' && value !== null && (real as object) === options.register) return dying(value);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          // A handle is no call yet; what it does is.
          if (name === 'getHandle') return dying(value.apply(target, args));
          if (calls > 0 || name === 'draftSuccession') calls++;
          if (calls >= nth) throw new Cut();
          return value.apply(target, args);
        };
      },
    });
  const { client } = options;
  const workflow = dying(client.workflow);
  return {
    ...options,
    register: dying(options.register),
    client: Object.create(client, { workflow: { value: workflow } }),
  };
}

export async function isCut(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Cut) return true;
    throw error;
  }
}
