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
import type { Act, Refusal, Standing, State } from '../dsl/rules/index.ts';
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
import { unbidden, undisturbed, unsigned } from './unbidden.ts';

const actUpdate = defineUpdate<ActTaken, [Act, string?]>(ACT_UPDATE);
const standingQuery = defineQuery<Standing>(STANDING_QUERY);
const stateQuery = defineQuery<State>(STATE_QUERY);

/*
 * Retried for as long as it takes: a register that is locked, full or away is an operator's matter, and a wake must
 * not be lost for it.
 */
const { record } = proxyLocalActivities<DirectiveActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * One directive from its assignment to its close. A thin shell: sleeps until the rules' next instant or a person's
 * act, lets `wakeUp` decide, and has what it decided written to the register.
 */
export function directive(input: DirectiveInput): Promise<Standing> {
  return unbidden(input.directive.id, () => live(input));
}

async function live(input: DirectiveInput): Promise<Standing> {
  const clock = (): Instant => Date.now() + input.clockOffsetMs;
  const life = new Life(input, (...given) => undisturbed(() => record(...given)), clock);
  const showDetails = () =>
    setCurrentDetails(currentDetails(life.standing, life.upcoming, life.carried.posted, life.lastSent));

  setHandler(
    actUpdate,
    async (act, seal) => {
      const { due } = life.standing;
      // Without an id of the caller's Temporal gives one.
      const refusal = await life.wake({ id: currentUpdateInfo()?.id ?? '', act }, seal);
      showDetails();
      if (refusal === 'unsigned') throw unsigned();
      if (refusal) throw refused(refusal);
      if (life.standing.due !== due) showDue(life.standing.due);
      return { standing: life.standing };
    },
    {
      validator: (act, _seal?) => {
        const refusal = life.refusalOf(act);
        if (refusal) throw refused(refusal);
      },
    },
  );
  setHandler(standingQuery, () => life.standing);
  setHandler(stateQuery, () => life.snapshot);

  while (!life.closed) {
    if (isLong()) return startAfresh(input, life);
    if (life.nextWake !== null && life.nextWake <= clock()) {
      await life.wake();
      showDetails();
    } else await sleep(life, clock);
  }
  await condition(allHandlersFinished);
  return life.standing;
}

/** One timer for the next instant; it is left alone unless an act moves that instant. */
function sleep(life: Life, clock: () => Instant): Promise<unknown> {
  const target = life.nextWake;
  const moved = () => life.closed || life.nextWake !== target || isLong();
  if (target === null) return condition(moved);
  return condition(moved, target - clock(), { summary: life.upcoming ? stepText(life.upcoming) : '' });
}

function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
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

/** A run is kept well under 1 MB of history: replaying it must stay cheap for years. */
const LONGEST_HISTORY_BYTES = 600_000;

function isLong(): boolean {
  const { continueAsNewSuggested, historySize } = workflowInfo();
  return continueAsNewSuggested || historySize > LONGEST_HISTORY_BYTES;
}

async function startAfresh(input: DirectiveInput, life: Life): Promise<never> {
  await condition(allHandlersFinished);
  return continueAsNew<typeof directive>({ ...input, carried: life.carried });
}
