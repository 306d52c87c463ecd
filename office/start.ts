import type { Client } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { withoutSources } from '../dsl/policy/sources.ts';
import { present } from '../dsl/present.ts';
import { type Day, endOfDay } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DirectiveRecord, LifeOfLog, NoticeRecord, Register, SeriesRecord } from '../register/index.ts';
import { workflowSummary } from '../texts/temporal.ts';
import {
  DIRECTIVE_QUEUE,
  DIRECTIVE_WORKFLOW,
  type DirectiveInput,
  RECURRING_WORKFLOW,
  type RecurringInput,
  SEARCH_ATTRIBUTES,
} from '../workflows/contract.ts';
import { startOnce } from './start-once.ts';

export interface StartOptions {
  readonly client: Client;
  readonly register: Pick<Register, 'id'>;
  readonly calendar: WorkCalendar;
  /** Domain time minus Temporal's, ms: 0 but in rehearsals. */
  readonly clockOffsetMs?: number;
  readonly taskQueue?: string;
}

/**
 * Starts the workflow of a registered directive. Started before, it is left alone: the workflow's id is the
 * directive's, so a crash between the register and Temporal can be followed by the same call again. `carried`: where
 * its life has got to already, for work that was under way before.
 * @returns true where this call started it
 * @throws UserError where another register has started it.
 */
export async function startDirective(
  options: StartOptions,
  notice: NoticeRecord,
  directive: DirectiveRecord,
  carried?: NonNullable<DirectiveInput['carried']>,
): Promise<boolean> {
  const { calendar, clockOffsetMs = 0 } = options;
  const input: DirectiveInput = {
    interpreter: directive.interpreter,
    directive: {
      id: directive.id,
      ...present({ parent: directive.parent?.id }),
      issuedAt: directive.issuedAt,
      ...present({ opensOn: directive.opensOn }),
      due: directive.originalDue,
      ...present({ dueTime: directive.dueTime }),
      hasCooperating: directive.cooperating.length > 0,
      ...present({ parties: directive.partiesAtIssue, traits: directive.traits }),
      calendar,
    },
    // What the rules come from is told from the register; Temporal needs what they mean.
    policy: withoutSources(directive.policy),
    clockOffsetMs,
    ...present({ carried }),
  };
  return startRun(options, notice, directive, input);
}

/** Starts it again, though it has been there, where its life has got to by its log. */
export async function restartDirective(
  options: Omit<StartOptions, 'calendar'>,
  notice: NoticeRecord,
  record: DirectiveRecord,
  life: Pick<LifeOfLog, 'policy' | 'directive' | 'state' | 'seq'> & { readonly posted: number },
): Promise<void> {
  const { policy, directive, state, seq, posted } = life;
  const { clockOffsetMs = 0 } = options;
  const { interpreter } = record;
  const input = {
    interpreter,
    directive,
    policy: withoutSources(policy),
    clockOffsetMs,
    carried: { state, seq, posted },
  };
  await startRun(options, notice, record, input, 'ALLOW_DUPLICATE');
}

async function startRun(
  options: Omit<StartOptions, 'calendar'>,
  notice: NoticeRecord,
  directive: DirectiveRecord,
  input: DirectiveInput,
  workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE' = 'REJECT_DUPLICATE',
): Promise<boolean> {
  const { client, taskQueue = DIRECTIVE_QUEUE } = options;
  return startOnce(options, directive.workflowId, (memo) =>
    client.workflow.start(DIRECTIVE_WORKFLOW, {
      workflowId: directive.workflowId,
      taskQueue,
      memo,
      args: [input],
      workflowIdReusePolicy,
      typedSearchAttributes: searchAttributes(notice, directive),
      staticSummary: summaryOf(notice, directive),
    }),
  );
}

/** The same, and the register knows: what is not marked after a crash is started by the next call. */
export async function startRegistered(
  options: StartOptions & { readonly register: Pick<Register, 'id' | 'directives'> },
  notice: NoticeRecord,
  directive: DirectiveRecord,
  carried?: NonNullable<DirectiveInput['carried']>,
): Promise<boolean> {
  const isOurs = await startDirective(options, notice, directive, carried);
  await options.register.directives.markStarted(directive.id);
  return isOurs;
}

/**
 * Starts the workflow that opens the occurrences of a registered series; like a directive's, once. `again`: though one
 * has been there, where it ended before its time.
 */
export async function startSeries(
  options: Omit<StartOptions, 'calendar'> & { readonly again?: boolean },
  notice: NoticeRecord,
  series: SeriesRecord,
): Promise<boolean> {
  const { client, clockOffsetMs = 0, taskQueue = DIRECTIVE_QUEUE } = options;
  const input: RecurringInput = { seriesId: series.id, clockOffsetMs };
  const terms = { ...series.template, localId: series.localId, due: null };
  return startOnce(options, series.workflowId, (memo) =>
    client.workflow.start(RECURRING_WORKFLOW, {
      workflowId: series.workflowId,
      taskQueue,
      memo,
      args: [input],
      workflowIdReusePolicy: options.again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      typedSearchAttributes: searchAttributes(notice, terms),
      staticSummary: summaryOf(notice, terms, 'recurring'),
    }),
  );
}

type Terms = Pick<DirectiveRecord, 'lead' | 'policy' | 'due' | 'localId'>;

/** Agencies and dates, never people: these stand in the clear in Temporal's database. */
function searchAttributes(notice: NoticeRecord, directive: Terms): SearchAttributePair[] {
  const leads = directive.lead.map((l) => l.agency ?? l.name);
  return [
    { key: SEARCH_ATTRIBUTES.DondocNotice, value: notice.number ?? notice.id },
    { key: SEARCH_ATTRIBUTES.DondocPolicy, value: directive.policy.id },
    ...(leads.length > 0 ? [{ key: SEARCH_ATTRIBUTES.DondocLead, value: leads }] : []),
    ...(directive.due === null ? [] : [{ key: SEARCH_ATTRIBUTES.DondocDue, value: new Date(endOfDay(directive.due)) }]),
  ];
}

function summaryOf(notice: NoticeRecord, { localId, due, lead }: Terms, when: Day | null | 'recurring' = due): string {
  return workflowSummary(
    notice.number ?? notice.id,
    localId,
    when,
    lead.map((l) => l.name),
  );
}
