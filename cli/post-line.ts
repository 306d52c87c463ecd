import type { PostOfficeEvent } from '../delivery/outbox/index.ts';
import { formatMoment } from '../texts/format.ts';
import { KIND_NAMES } from '../texts/names.ts';
import { OUTCOME_NAMES } from '../texts/outcomes.ts';

/** One line a message, never stronger than what is known. */
export function outcomeLine({ row, outcome }: Extract<PostOfficeEvent, { type: 'outcome' }>): string {
  const fate = outcome.kind === 'later' ? `chưa gửi được, sẽ thử lại: ${outcome.reason}` : OUTCOME_NAMES[outcome.kind];
  return `${row.directiveId}  ${KIND_NAMES[row.kind]} → ${row.personName ?? ''} (${row.channel}): ${fate}`;
}

/** What went wrong with the sending, in a line of the log. */
export function troubleLine(event: Exclude<PostOfficeEvent, { type: 'outcome' }>): string {
  switch (event.type) {
    case 'alarm':
      return `CẢNH BÁO ${event.row.directiveId}: ${event.reason}`;
    case 'channel':
      return event.state.pausedUntil === null
        ? `Kênh ${event.channel} đã gửi lại được.`
        : `CẢNH BÁO kênh ${event.channel} tạm dừng, thử lại lúc ${formatMoment(event.state.pausedUntil)}: ${event.state.reason}`;
    case 'abandoned':
      return abandonedLine(event);
    case 'row-lost':
      return `${event.row.directiveId}: thông báo cho ${event.row.personName ?? ''} vừa đổi hoặc tiến trình khác đã gửi, ở đây không gửi`;
    case 'ledger-error':
      return `Sổ chưa ghi được: ${event.error instanceof Error ? event.error.message : String(event.error)}; sẽ thử lại`;
  }
}

function abandonedLine({ doubted }: Extract<PostOfficeEvent, { type: 'abandoned' }>): string {
  return `Lần gửi trước dừng giữa chừng: ${doubted.length} thông báo đang gửi dở, chưa rõ đã gửi hay chưa, không gửi lại; xem: dondoc settle`;
}
