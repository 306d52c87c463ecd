import { formatDay, formatDayLong } from '../../../texts/format.ts';
import { dueText, MARK_NAMES, type MarkKind, reviewPage as say } from '../../../texts/review/index.ts';
import { badges } from './cards.ts';
import { escapeHtml as e } from './escape.ts';
import { cardId, headerId, type Item, leastSureFirst, type NoticeItems, needsLook, textId } from './items.ts';

/** What a person should look at first, the least sure on top; the rest folded away below. */
export function summaryOf(notices: readonly NoticeItems[]): string {
  const items = leastSureFirst(notices.flatMap((n) => n.items));
  if (items.length === 0) return `<p>${e(say.none)}</p>`;
  const look = items.filter(needsLook);
  const rest = items.filter((item) => !needsLook(item));
  const first =
    look.length === 0
      ? ''
      : `<h2>${e(say.lookFirst)}</h2><p class="dim">${e(say.lookFirstHint)}</p><ol class="list">${look.map(line).join('')}</ol>`;
  const others =
    rest.length === 0
      ? ''
      : `<details class="others"${look.length === 0 ? ' open' : ''}><summary>${e(say.others(rest.length))}</summary><ol class="list">${rest.map(line).join('')}</ol></details>`;
  return first + others;
}

export function headingOf(notices: readonly NoticeItems[]): string {
  const items = notices.flatMap((n) => n.items);
  const counts = say.counts(
    items.length,
    items.filter((i) => i.doubts.length > 0).length,
    items.filter(needsLook).length,
  );
  return `${notices.map(nameLine).join('')}<p>${e(counts)}.</p>`;
}

function nameLine({ n, notice }: NoticeItems): string {
  const facts = [
    notice.issued === null ? say.undated(notice.anchor) : formatDayLong(notice.issued),
    notice.issuer,
    notice.urgency?.toUpperCase(),
  ].filter((fact): fact is string => typeof fact === 'string');
  return `<p><a href="#${headerId(n)}"><b>${e(notice.number ?? say.unnumbered)}</b></a> · ${e(facts.join(' · '))}</p>`;
}

export function legend(): string {
  const kinds = Object.entries(MARK_NAMES) as [MarkKind, string][];
  return `<ul class="legend">${kinds.map(([kind, name]) => `<li><span class="m ${kind}">${e(name)}</span></li>`).join('')}</ul>`;
}

function line(item: Item): string {
  const { n, directive, look } = item;
  const { lead, deadlines } = directive;
  const dates = deadlines.filter((d) => d.kind !== 'urgent').map(dateText);
  const why = look.map((w) => `<li>${e(w)}</li>`).join('');
  return `<li><p><a class="id" href="#${cardId(n)}">${e(directive.id)}</a> ${badges(item)}</p>
<p>${e(lead.map((l) => l.name).join(', ') || say.noLead)}; ${e(dates.join(', ') || say.noDeadline)}</p>
${why === '' ? '' : `<ul class="warn">${why}</ul>`}
<p class="go"><a href="#${textId(n)}">${e(say.toText)}</a></p></li>`;
}

function dateText(d: Item['directive']['deadlines'][number]): string {
  if (d.recurrence !== undefined || d.due === null) return dueText(d);
  return `${d.dueTime === undefined ? '' : `${d.dueTime} `}${formatDay(d.due)}`;
}
