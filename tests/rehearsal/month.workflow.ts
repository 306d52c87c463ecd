import {
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

/** A tiny run of the shape a directive has: a timer to the next instant, an act that shortens it, a record a step. */
export interface MonthInput {
  readonly steps: number;
  readonly stepMs: number;
  /** Continue as new after this many steps; 0 never. */
  readonly renewAfter: number;
  readonly seen: readonly string[];
  /** When its first run began. */
  readonly began?: number;
}

export interface MonthActivities {
  record(line: string): Promise<void>;
}

const DAY_MS = 86_400_000;

const { record } = proxyLocalActivities<MonthActivities>({ startToCloseTimeout: '10 seconds' });

export const note = defineUpdate<number, [string]>('note');
export const seenSoFar = defineQuery<readonly string[]>('seen');

export async function month(input: MonthInput): Promise<readonly string[]> {
  const { began = Date.now() } = input;
  // Counted from its own beginning: days by the calendar would differ for a run that begins just before midnight.
  const today = () => Math.round((Date.now() - began) / DAY_MS);
  const seen = [...input.seen];
  let notes = 0;
  setHandler(seenSoFar, () => seen);
  setHandler(note, (text) => {
    seen.push(`${today()} note ${text}`);
    notes += 1;
    return notes;
  });
  for (let step = 1; step <= input.steps; step++) {
    const before = notes;
    await condition(() => notes > before, input.stepMs);
    await record(`step ${seen.length}`);
    seen.push(`${today()} step`);
    if (input.renewAfter > 0 && step % input.renewAfter === 0 && step < input.steps)
      await continueAsNew<typeof month>({ ...input, steps: input.steps - step, seen, began });
  }
  return seen;
}

export async function nap(ms: number): Promise<void> {
  await sleep(ms);
}
