import proto, { type temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const { EventType } = proto.temporal.api.enums.v1;
const { HistoryEvent: HistoryEventCodec } = proto.temporal.api.history.v1;

export interface HistoryCost {
  /** Events a run in real time would have: without those that virtual time itself writes. */
  readonly events: number;
  /** Encoded size of those events. */
  readonly bytes: number;
  /**
   * Billable actions that the history shows. Queries and heartbeats leave no trace in it; several local activities of
   * one workflow task count one each here, which is never too little.
   */
  readonly actions: number;
}

/** What one run costs its server. Add the costs of the runs of a chain, and of children: nothing is counted twice. */
export function historyCost(history: History): HistoryCost {
  const events = (history.events ?? []).filter((event) => !ONLY_IN_VIRTUAL_TIME.has(event.eventType ?? 0));
  return {
    events: events.length,
    bytes: events.reduce((sum, event) => sum + HistoryEventCodec.encode(event).finish().length, 0),
    actions: events.reduce((sum, event) => sum + actionsOf(event), 0),
  };
}

const ONLY_IN_VIRTUAL_TIME: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
]);

function actionsOf(event: HistoryEvent): number {
  switch (event.eventType) {
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
      // A child's start is paid where the parent asks for it.
      return event.workflowExecutionStartedEventAttributes?.parentWorkflowExecution ? 0 : 1;
    case EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED:
      return 2;
    case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
      // Written once, when the activity closes, with the number of its last attempt; the first was paid at scheduling.
      return (event.activityTaskStartedEventAttributes?.attempt ?? 1) - 1;
    case EventType.EVENT_TYPE_MARKER_RECORDED:
      return event.markerRecordedEventAttributes?.markerName === LOCAL_ACTIVITY_MARKER ? 1 : 0;
    case EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES:
      return isPatchUpsert(event) ? 0 : 1;
    case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
    case EventType.EVENT_TYPE_TIMER_STARTED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED:
    case EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED:
    case EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED:
    case EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED:
    case EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED:
      return 1;
    default:
      return 0;
  }
}

const LOCAL_ACTIVITY_MARKER = 'core_local_activity';

/** `patched()` writes its version into a search attribute by itself; that upsert is free. */
function isPatchUpsert(event: HistoryEvent): boolean {
  const fields = event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields ?? {};
  const names = Object.keys(fields);
  return names.length === 1 && names[0] === 'TemporalChangeVersion';
}
