import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { CURRENT_INTERPRETER } from '../dsl/engine/version.ts';
import { endOfDay } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { DirectiveRecord, NoticeRecord } from '../register/index.ts';
import { formatDay } from '../texts/format.ts';
import { DIRECTIVE_QUEUE, DIRECTIVE_WORKFLOW, type DirectiveInput, SEARCH_ATTRIBUTES } from '../workflows/contract.ts';

export interface StartOptions {
  readonly client: Client;
  readonly calendar: WorkCalendar;
  /** Domain time minus the engine's, ms: 0 but in rehearsals. */
  readonly clockOffsetMs?: number;
  readonly taskQueue?: string;
}

/**
 * Starts the workflow of a registered directive. Started before, it is left alone: the workflow's id is the
 * directive's, so a crash between the register and the engine can be followed by the same call again. `carried`: where
 * its life has got to already, for work that was under way before.
 */
export async function startDirective(
  options: StartOptions,
  notice: NoticeRecord,
  directive: DirectiveRecord,
  carried?: NonNullable<DirectiveInput['carried']>,
): Promise<void> {
  const { client, calendar, clockOffsetMs = 0, taskQueue = DIRECTIVE_QUEUE } = options;
  const input: DirectiveInput = {
    interpreter: CURRENT_INTERPRETER,
    directive: {
      id: directive.id,
      issuedAt: directive.issuedAt,
      ...(directive.opensOn === undefined ? {} : { opensOn: directive.opensOn }),
      due: directive.originalDue,
      ...(directive.dueTime === undefined ? {} : { dueTime: directive.dueTime }),
      hasCooperating: directive.cooperating.length > 0,
      calendar,
    },
    policy: directive.policy,
    clockOffsetMs,
    ...(carried ? { carried } : {}),
  };
  try {
    await client.workflow.start(DIRECTIVE_WORKFLOW, {
      workflowId: directive.workflowId,
      taskQueue,
      args: [input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: searchAttributes(notice, directive),
      staticSummary: summaryOf(notice, directive),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Agencies and dates, never people: these stand in the clear in the engine's database. */
function searchAttributes(notice: NoticeRecord, directive: DirectiveRecord): SearchAttributePair[] {
  const leads = directive.lead.map((l) => l.agency ?? l.name);
  return [
    { key: SEARCH_ATTRIBUTES.DondocNotice, value: notice.number ?? notice.id },
    { key: SEARCH_ATTRIBUTES.DondocPolicy, value: directive.policy.id },
    ...(leads.length > 0 ? [{ key: SEARCH_ATTRIBUTES.DondocLead, value: leads }] : []),
    ...(directive.due === null ? [] : [{ key: SEARCH_ATTRIBUTES.DondocDue, value: new Date(endOfDay(directive.due)) }]),
  ];
}

/** The engine takes 400 bytes, and Vietnamese letters take up to three. */
const SUMMARY_LETTERS = 130;

function summaryOf(notice: NoticeRecord, directive: DirectiveRecord): string {
  const leads = directive.lead.map((l) => l.name).join(', ') || 'chưa rõ đơn vị';
  const line = `${notice.number ?? notice.id} · ${directive.localId} · hạn ${formatDay(directive.due)} · ${leads}`;
  return line.length > SUMMARY_LETTERS ? `${line.slice(0, SUMMARY_LETTERS - 1)}…` : line;
}
