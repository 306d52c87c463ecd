import type { Client } from '@temporalio/client';

/** Visibility is written a little after the fact. */
const OVERLAP_MS = 60_000;

/**
 * Activities that have been cancelled or terminated since the last question; the first one asks from `since` (the
 * server's time) on. Some are named again in the next answer.
 */
export class EndedActivities {
  constructor(
    private readonly client: Pick<Client, 'activity'>,
    private since: number,
  ) {}

  async next(): Promise<string[]> {
    const asked = Date.now();
    const after = new Date(this.since - OVERLAP_MS).toISOString();
    const ended: string[] = [];
    const query = `ExecutionStatus IN ('Canceled', 'Terminated') AND CloseTime > '${after}'`;
    for await (const { activityId } of this.client.activity.list(query)) ended.push(activityId);
    this.since = asked;
    return ended;
  }
}
