import { formatMoment } from '../../texts/format.ts';
import { replyLine, replyOfOffice } from '../../texts/pages/index.ts';
import type { PageFacts } from './directive-page.ts';
import type { ReplyItem } from './page.ts';

/**
 * Answers that wait for the office. The office reads them; the agency they came from learns that hers has arrived and
 * counts for nothing yet. A From is somebody's claim, so nobody else is shown any of it.
 */
export function repliesOf({ replies, view, visit: { link } }: PageFacts): ReplyItem[] {
  if (link.party === 'secretariat') {
    return replies.map((reply) => ({
      at: formatMoment(reply.recordedAt),
      line: replyOfOffice(reply.fromAddress, reply.id),
      text: reply.text,
      files: reply.files.map((file) => file.name),
    }));
  }
  const own = replies.filter((reply) =>
    view.messages.some((m) => m.id === reply.messageRow && m.agencyId === link.agencyId),
  );
  return own.map((reply) => ({ at: formatMoment(reply.recordedAt), line: replyLine(reply.fromAddress), files: [] }));
}
