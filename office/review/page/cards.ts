import type { Deadline } from '../../../deadline/index.ts';
import type { Name } from '../../../notices/index.ts';
import { formatDay, formatDayLong } from '../../../texts/format.ts';
import {
  changeValue,
  dueText,
  FIELD_NAMES,
  HEADER_NAMES,
  MARK_NAMES,
  ruleText,
  reviewPage as say,
} from '../../../texts/review/index.ts';
import type { Change } from '../types.ts';
import { escapeHtml as e } from './escape.ts';
import { HEADER_FIELDS, headerValue } from './header-marks.ts';
import { howTo } from './how-to.ts';
import { cardId, headerId, type Item, type NoticeItems, textId } from './items.ts';
import { agencyText } from './marks.ts';

/** The card of a notice's header and those of its directives, in the order of the text. */
export function cardsOf(notice: NoticeItems): string {
  return [headerCard(notice), ...notice.items.map(card), droppedCard(notice)].join('');
}

function card(item: Item): string {
  const { n, directive, changes, doubts, look } = item;
  const rows = [
    nameRow(MARK_NAMES.lead, directive.lead, say.noLead),
    nameRow(MARK_NAMES.cooperating, directive.cooperating),
    nameRow(MARK_NAMES.supervisor, directive.supervisor),
    ...(directive.deadlines.length === 0
      ? [row(MARK_NAMES.deadline, `<p>${e(say.noDeadline)}</p>`)]
      : directive.deadlines.map(deadlineRow)),
  ].join('');
  return `<article class="card${doubts.length > 0 ? ' doubt' : ''}" id="${cardId(n)}" tabindex="-1" aria-labelledby="t-${n}">
${closeLink(textId(n))}<h3 id="t-${n}">${e(directive.id)} ${badges(item)}</h3>
${listOf('warn', look)}
<dl>${rows}</dl>
${
  changes.length === 0
    ? ''
    : `<ul class="diff">${changes
        .filter((c) => c.field !== 'add')
        .map(difference)
        .join('')}</ul>`
}
${howTo(item)}
<p class="go"><a href="#${textId(n)}">${e(say.back)}</a></p>
</article>`;
}

export function badges({ directive, doubts, confirmed, changes }: Item): string {
  const badge = (kind: string, words: string) => `<span class="badge ${kind}">${e(words)}</span>`;
  return [
    badge('sure', say.sure(directive.confidence)),
    ...(doubts.length > 0 ? [badge('must', say.toConfirm)] : []),
    ...(confirmed ? [badge('done', say.confirmed)] : []),
    ...(changes.some((c) => c.field === 'add') ? [badge('fix', say.added)] : []),
    ...(changes.some((c) => c.field !== 'add') ? [badge('fix', say.corrected)] : []),
  ].join(' ');
}

function headerCard({ n, notice }: NoticeItems): string {
  const rows = HEADER_FIELDS.flatMap((field) => {
    const value = headerValue(notice, field);
    if (value === null) return [];
    return [row(HEADER_NAMES[field], `<p>${e(field === 'issued' ? formatDayLong(value) : value)}</p>`)];
  });
  return `<article class="card" id="${headerId(n)}" tabindex="-1" aria-labelledby="h-${n}">
${closeLink('loi-van')}<h3 id="h-${n}">${e(notice.number ?? say.unnumbered)}</h3>
<dl>${rows.join('')}</dl>
<p class="go"><a href="#loi-van">${e(say.back)}</a></p>
</article>`;
}

function droppedCard({ dropped }: NoticeItems): string {
  if (dropped.length === 0) return '';
  const items = dropped.map((c) => `<li><b>${e(c.directive)}</b> <del>${e(changeValue('drop', c.was))}</del></li>`);
  return `<section class="card"><h3>${e(say.dropped)}</h3><ul class="diff">${items.join('')}</ul></section>`;
}

/** Seen where the card lies over the text. */
function closeLink(id: string): string {
  return `<p class="close"><a href="#${id}">${e(say.close)}</a></p>`;
}

function row(label: string, html: string): string {
  return `<div><dt>${e(label)}</dt><dd>${html}</dd></div>`;
}

function nameRow(label: string, names: readonly Name[], none?: string): string {
  if (names.length === 0) return none === undefined ? '' : row(label, `<p>${e(none)}</p>`);
  const lines = names.map((name) => {
    const agency = agencyText(name);
    return `<p>${e(name.name)}${agency === undefined ? '' : ` <small>(${e(agency)})</small>`}</p>`;
  });
  return row(label, lines.join(''));
}

function deadlineRow(d: Deadline): string {
  const others = (d.alternatives ?? []).map(formatDay);
  return row(
    MARK_NAMES.deadline,
    [
      `<p><b>${e(dueText(d))}</b></p>`,
      d.phrase === '' ? '' : `<p>“${e(d.phrase)}”</p>`,
      `<p><small>${e(say.rule)}: ${e(ruleText(d.rule))}</small></p>`,
      others.length === 0 ? '' : `<p class="or">${e(say.alternatives)}: ${e(others.join(', '))}</p>`,
      d.provisional ? `<p><small>${e(say.provisional)}</small></p>` : '',
    ].join(''),
  );
}

function difference({ field, was, is }: Change): string {
  return `<li><b>${e(FIELD_NAMES[field])}</b>: <del><span class="unseen">${e(say.was)} </span>${e(changeValue(field, was))}</del> → <ins><span class="unseen">${e(say.is)} </span>${e(changeValue(field, is))}</ins></li>`;
}

function listOf(kind: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul class="${kind}">${lines.map((l) => `<li>${e(l)}</li>`).join('')}</ul>`;
}
