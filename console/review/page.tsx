import { basename } from 'node:path';
import { raw } from 'hono/html';
import type { ReviewedFile } from '../../office/review/types.ts';
import { reviewPage as say } from '../../texts/review/index.ts';
import { CardsView } from './cards.tsx';
import { DeskTemplates, DeskView } from './desk.tsx';
import { DESK_SCRIPT, DESK_SCRIPT_HASH } from './desk-script.ts';
import { cardId, itemsOf, type NoticeItems } from './items.ts';
import { marksOf } from './marks.ts';
import { scanMarks } from './scan-marks.ts';
import { inPlace, ScanPages } from './scan-pages.tsx';
import { REVIEW_STYLE } from './style.ts';
import { HeadingView, LegendView, SummaryView } from './summary.tsx';
import { TextView } from './text-view.tsx';

/** Nothing is loaded, and nothing runs but the page's own buttons, whatever the notice holds. */
const POLICY = raw(
  `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src ${DESK_SCRIPT_HASH}; base-uri 'none'; form-action 'none'`,
);

/**
 * One page, whole in itself, on which a person checks how a file was read: its text with every span marked, what must
 * be looked at first, and for each directive its parties, dates, rules and differences.
 * @param path of the file that was read; the page is named by it where the notice has no number.
 * @returns an HTML document.
 */
export function reviewPageOf(file: ReviewedFile, path: string): string {
  return `<!doctype html>\n${(<ReviewPage file={file} path={path} />).toString()}\n`;
}

function ReviewPage({ file, path }: { readonly file: ReviewedFile; readonly path: string }) {
  const notices = itemsOf(file);
  const title = say.title(file.notices[0]?.number ?? basename(path));
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{title}</title>
        <style>{raw(`${REVIEW_STYLE}\n${spotlights(notices)}`)}</style>
      </head>
      <body>
        <a class="skip" href="#loi-van">
          {say.skip}
        </a>
        <div class="page">
          <header class="top box">
            <h1>{title}</h1>
            <HeadingView notices={notices} />
            <p class="dim">{say.note}</p>
            <SummaryView notices={notices} />
          </header>
          <main class="box" id="loi-van" tabindex={-1}>
            <h2>{say.text}</h2>
            <p class="dim hint">{say.textHint}</p>
            <LegendView scanned={file.scan !== undefined} />
            <div class={file.scan === undefined ? 'beside' : 'beside scanned'}>
              <div class="words">
                <TextView text={file.text} marks={[...marksOf(file.text, notices), ...scanMarks(file.scan)]} />
              </div>
              <ScanPages scan={file.scan} addressOf={inPlace} />
            </div>
          </main>
          <aside class="cards" aria-label={say.cards}>
            {notices.map((notice) => (
              <CardsView notice={notice} />
            ))}
          </aside>
          <footer class="foot dim">{say.footer}</footer>
        </div>
        <DeskView />
        <DeskTemplates />
        <script>{raw(DESK_SCRIPT)}</script>
      </body>
    </html>
  );
}

/** The words of the directive whose card is open stand out in the text. */
function spotlights(notices: readonly NoticeItems[]): string {
  const rules = notices.flatMap(({ items }) => items.map(({ n }) => `:root:has(#${cardId(n)}:target) .n${n}`));
  return rules.length === 0
    ? ''
    : `@media screen{${rules.join(',')}{box-shadow:0 -2px 0 var(--fix),0 2px 0 var(--fix)}}`;
}
