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
  workflowInfo,
} from '@temporalio/workflow';
import {
  type Opening,
  refusalOfCancel,
  refusalOfSeriesAct,
  type SeriesAct,
  type SeriesCancel,
  type SeriesEnd,
  type SeriesRefusal,
  type SeriesStanding,
} from '../dsl/rules/series.ts';
import type { Instant } from '../dsl/time/day.ts';
import { openingText, seriesDetails, seriesRefusalText } from '../texts/series.ts';
import {
  CANCEL_SERIES_UPDATE,
  REFUSED,
  type RecurringInput,
  SERIES_ACT_UPDATE,
  SERIES_QUERY,
  type SeriesActivities,
} from './contract.ts';
import { unbidden, undisturbed, unsigned } from './unbidden.ts';

const cancelUpdate = defineUpdate<SeriesEnd, [SeriesCancel, string?]>(CANCEL_SERIES_UPDATE);
const actUpdate = defineUpdate<SeriesStanding, [SeriesAct, string?]>(SERIES_ACT_UPDATE);
const seriesQuery = defineQuery<SeriesStanding>(SERIES_QUERY);

/** As for a directive's wakes: retried for as long as it takes. */
const { openNext, actOnSeries, endSeries } = proxyLocalActivities<SeriesActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A year of a monthly report is one run: short to replay, and easy to read in Temporal's pages. */
const OPENED_IN_A_RUN = 12;

/**
 * A recurring directive for as long as it recurs. Sleeps on one timer until the next occurrence is to be opened and
 * has it opened. What is next it does not compute: the register's log leads, and the rules are asked there, so that
 * histories of years replay whatever becomes of calendars and of the recurrence library.
 */
export function recurring(input: RecurringInput): Promise<SeriesStanding> {
  return unbidden(input.seriesId, () => live(input));
}

async function live(input: RecurringInput): Promise<SeriesStanding> {
  const { seriesId, clockOffsetMs } = input;
  const clock = (): Instant => Date.now() + clockOffsetMs;
  let standing: SeriesStanding = input.carried ?? { opened: 0, next: null, end: null };
  let looked = input.carried !== undefined;
  let openedHere = 0;
  const become = (changed: Partial<SeriesStanding>) => {
    // An end stands, whatever a turn that was under way says of the next.
    const end = standing.end ?? changed.end ?? null;
    // Suspended only as long as whoever changes it says so.
    const { suspended: _, ...lasting } = standing;
    standing = { ...lasting, ...changed, end, ...(end === null ? {} : { next: null }) };
    setCurrentDetails(seriesDetails(standing));
  };

  let busy = false;
  /** A turn and an act one after the other: what a turn says of the next holds until it is heard. */
  const exclusively = async <T>(work: () => Promise<T>): Promise<T> => {
    await condition(() => !busy);
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };

  setHandler(
    actUpdate,
    (act, seal) =>
      exclusively(async () => {
        const turn = { seriesId, at: clock(), virtual: clockOffsetMs !== 0 };
        // Without an id of the caller's Temporal gives one.
        const id = currentUpdateInfo()?.id ?? '';
        const acted = await undisturbed(() => actOnSeries(turn, id, act, seal));
        if ('notTaken' in acted) throw unsigned();
        if ('refusal' in acted) throw refused(acted.refusal);
        become(acted);
        return standing;
      }),
    {
      validator: (act, _seal?) => {
        const refusal = refusalOfSeriesAct(standing, act);
        if (refusal) throw refused(refusal);
      },
    },
  );
  setHandler(
    cancelUpdate,
    async (cancel, seal) => {
      const { by, reason } = cancel;
      const sealed = { id: currentUpdateInfo()?.id ?? '', cancel, seal };
      const end = await undisturbed(() => endSeries(seriesId, { at: clock(), why: 'cancelled', by, reason }, sealed));
      if ('notTaken' in end) throw unsigned();
      become({ end });
      return end;
    },
    {
      validator: (cancel, _seal?) => {
        const refusal = refusalOfCancel(standing, cancel);
        if (refusal) throw refused(refusal);
      },
    },
  );
  setHandler(seriesQuery, () => standing);
  setCurrentDetails(seriesDetails(standing));

  for (;;) {
    if (standing.end !== null || openedHere >= OPENED_IN_A_RUN || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      if (standing.end !== null) return standing;
      return continueAsNew<typeof recurring>({ ...input, carried: standing });
    }
    const { next, suspended } = standing;
    if (looked && suspended) {
      await condition(() => standing.end !== null || !standing.suspended);
      continue;
    }
    if (looked && next !== null && next.opensAt > clock()) {
      const isOver = () => standing.end !== null || !isSame(standing.next, next);
      await condition(isOver, next.opensAt - clock(), { summary: openingText(next) });
      continue;
    }
    await exclusively(async () => {
      const { opened, ...turned } = await openNext({ seriesId, at: clock(), virtual: clockOffsetMs !== 0 });
      looked = true;
      if (opened !== null) openedHere++;
      become({ ...turned, opened: standing.opened + (opened === null ? 0 : 1) });
    });
  }
}

function isSame(a: Opening | null, b: Opening): boolean {
  return a?.day === b.day && a.due === b.due && a.opensAt === b.opensAt;
}

function refused(refusal: SeriesRefusal): ApplicationFailure {
  return ApplicationFailure.create({
    message: seriesRefusalText(refusal),
    type: REFUSED,
    nonRetryable: true,
    details: [refusal],
  });
}
