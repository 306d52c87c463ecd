import type { OutboxRow } from '../../../delivery/outbox/index.ts';
import { composeMessage } from '../../../texts/messages/index.ts';
import { factsOf, morning } from './facts.ts';

/** A row as the ledger hands it out: an assignment for one person by mail, unless told otherwise. */
export function rowOf(id: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id,
    directiveId: 'd-1',
    postKey: `assign-${id}`,
    stage: 'assign',
    kind: 'assignment',
    personName: 'Nguyễn Văn An',
    channel: 'email',
    address: 'an@soxaydung.example',
    at: morning('2025-02-25'),
    content: composeMessage(factsOf('assignment', 'lead', '2025-02-25')),
    messageId: `<${id}@dondoc.example>`,
    threadRoot: null,
    attempts: 0,
    leaveAt: morning('2025-02-25'),
    shipment: null,
    revision: 0,
    recordedAt: 0,
    ...more,
  };
}
