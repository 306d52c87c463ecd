import { basename } from 'node:path';
import { reviewPage as say } from '../../../texts/review/index.ts';
import type { ReviewedFile } from '../types.ts';
import { cardsOf } from './cards.ts';
import { escapeHtml as e } from './escape.ts';
import { cardId, itemsOf, type NoticeItems } from './items.ts';
import { marksOf } from './marks.ts';
import { STYLE } from './style.ts';
import { headingOf, legend, summaryOf } from './summary.ts';
import { textView } from './text-view.ts';

/** Nothing is loaded and nothing runs, whatever the notice holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One page, whole in itself, on which a person checks how a file was read: its text with every span marked, what must
 * be looked at first, and for each directive its parties, dates, rules and differences. `path` names it.
 */
export function reviewPageOf(file: ReviewedFile, path: string): string {
  const notices = itemsOf(file);
  const title = say.title(file.notices[0]?.number ?? basename(path));
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${e(title)}</title>
<style>${STYLE}
${spotlights(notices)}</style>
</head>
<body>
<a class="skip" href="#loi-van">${e(say.skip)}</a>
<div class="page">
<header class="top box"><h1>${e(title)}</h1>${headingOf(notices)}<p class="dim">${e(say.note)}</p>${summaryOf(notices)}</header>
<main class="box" id="loi-van" tabindex="-1"><h2>${e(say.text)}</h2><p class="dim hint">${e(say.textHint)}</p>${legend()}<div class="words">${textView(file.text, marksOf(file.text, notices))}</div></main>
<aside class="cards" aria-label="${e(say.cards)}">${notices.map(cardsOf).join('')}</aside>
<footer class="foot dim">${e(say.footer)}</footer>
</div>
</body>
</html>
`;
}

/** The words of the directive whose card is open stand out in the text. */
function spotlights(notices: readonly NoticeItems[]): string {
  const rules = notices.flatMap(({ items }) => items.map(({ n }) => `:root:has(#${cardId(n)}:target) .n${n}`));
  return rules.length === 0
    ? ''
    : `@media screen{${rules.join(',')}{box-shadow:0 -2px 0 var(--fix),0 2px 0 var(--fix)}}`;
}
