import { present } from '../../dsl/present.ts';
import { withoutTokens } from '../../office/links/index.ts';
import type { LedgerRow, SentText } from '../../register/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { fateLine, sentLine, sentTextHeading } from '../../texts/pages/index.ts';
import type { PageFacts } from './directive-page.ts';
import type { SentItem } from './page.ts';

const SHOWN = 20;

/** The messages of the directive, the newest first: one line for each step and person, whatever channels carried it. */
export function sentOf({ view, visit, texts }: PageFacts): SentItem[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of view.messages) {
    const key = `${row.postKey}\0${row.personId ?? row.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const { party, agencyId } = visit.link;
  return [...groups.values()]
    .flatMap((rows) => {
      const [row] = rows;
      if (!row) return [];
      // People are named to their own agency and to the office; to others their role is enough.
      const named = row.personName !== null && (row.agencyId === agencyId || party === 'secretariat');
      const facts = {
        kind: row.kind,
        role: row.role,
        channels: rows,
        ...present({ person: named && row.personName !== null ? row.personName : undefined }),
      };
      const words = row.personId === visit.link.personId ? rows.flatMap((r) => wordsOf(r, texts.get(r.id))) : [];
      const line = sentLine(facts);
      return [{ instant: row.at, at: formatMoment(row.at), line, fate: fateLine(facts), texts: words }];
    })
    .sort((a, b) => b.instant - a.instant)
    .slice(0, SHOWN)
    .map(({ instant: _instant, ...item }) => item);
}

/** Only for whom it was sent to, and without the links in it: a forwarded page gives away no others. */
function wordsOf({ channel }: LedgerRow, sent: SentText | undefined): SentItem['texts'] {
  if (sent === undefined || channel === null) return [];
  return [{ heading: sentTextHeading(channel, sent.subject), text: withoutTokens(sent.text).trim() }];
}
