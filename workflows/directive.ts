import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineUpdate,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Act, Standing, State } from '../dsl/engine/index.ts';
import { endOfDay, type Instant } from '../dsl/time/day.ts';
import { currentDetails } from '../texts/operator.ts';
import { refusalText } from '../texts/refusals.ts';
import { stepText } from '../texts/rules.ts';
import {
  ACT_UPDATE,
  type ActTaken,
  type DirectiveActivities,
  type DirectiveInput,
  REFUSED,
  SEARCH_ATTRIBUTES,
  STANDING_QUERY,
  STATE_QUERY,
} from './contract.ts';
import { Life } from './life.ts';

const actUpdate = defineUpdate<ActTaken, [Act]>(ACT_UPDATE);
const standingQuery = defineQuery<Standing>(STANDING_QUERY);
const stateQuery = defineQuery<State>(STATE_QUERY);

/*
 * Retried for as long as it takes: a register that is locked, full or away is an operator's matter, and a wake must
 * not be lost for it. Idempotent by (directive, seq).
 */
const { record } = proxyLocalActivities<DirectiveActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * One directive from its assignment to its close. A thin shell: sleeps until the rules' next instant or a person's
 * act, lets `wakeUp` decide, and has what it decided written to the register.
 */
export async function directive(input: DirectiveInput): Promise<Standing> {
  const clock = (): Instant => Date.now() + input.clockOffsetMs;
  const life = new Life(input, record);
  const show = () => setCurrentDetails(currentDetails(life.standing, life.upcoming, life.posted));
  const wake = async (act?: { id: string; act: Act }) => {
    const recorded = life.wake(clock(), act);
    show();
    await recorded;
  };

  // The first look comes before the handlers, so that an act which arrives with the start finds the directive assigned.
  const first = wake();

  setHandler(
    actUpdate,
    async (act) => {
      const due = life.standing.due;
      await wake({ id: currentUpdateInfo()?.id ?? '', act });
      if (life.standing.due !== due) showDue(life.standing.due);
      return { standing: life.standing };
    },
    { validator: (act) => refuse(life, act, clock()) },
  );
  setHandler(standingQuery, () => life.standing);
  setHandler(stateQuery, () => life.state);

  await first;
  while (!life.closed) {
    if (workflowInfo().continueAsNewSuggested) return startAfresh(input, life);
    await sleepUntil(life, clock);
    if (!life.closed && life.nextWake !== null && life.nextWake <= clock()) await wake();
  }
  await condition(allHandlersFinished);
  await life.flushed();
  return life.standing;
}

/** One timer for the next instant; it is left alone unless an act moves that instant. */
async function sleepUntil(life: Life, clock: () => Instant): Promise<void> {
  const target = life.nextWake;
  const moved = () => life.closed || life.nextWake !== target || workflowInfo().continueAsNewSuggested;
  if (target === null) {
    await condition(moved);
    return;
  }
  const ms = target - clock();
  if (ms > 0) await condition(moved, ms, { summary: life.upcoming ? stepText(life.upcoming) : '' });
}

function refuse(life: Life, act: Act, now: Instant): void {
  const refusal = life.refusalOf(act, now);
  if (!refusal) return;
  throw ApplicationFailure.create({
    message: refusalText(refusal),
    type: REFUSED,
    nonRetryable: true,
    details: [refusal],
  });
}

function showDue(due: Standing['due']): void {
  const value = due === null ? null : new Date(endOfDay(due));
  upsertSearchAttributes([{ key: SEARCH_ATTRIBUTES.DondocDue, value }]);
}

async function startAfresh(input: DirectiveInput, life: Life): Promise<never> {
  await condition(allHandlersFinished);
  await life.flushed();
  return continueAsNew<typeof directive>({ ...input, carried: life.carried() });
}
