import type { Child } from 'hono/jsx';
import { PAGE, REFUSED_TITLE } from '../../texts/pages/index.ts';
import type { Announcement, Badge, DirectivePage, FileLink, HistoryItem, ReplyItem, SentItem } from '../model/page.ts';
import { FormView } from './form-view.tsx';

/** What somebody may do and nobody waits for stays folded, were it the only thing there is to do. */
function isAskedFor({ act, fault }: DirectivePage['forms'][number], { result }: DirectivePage): boolean {
  if (fault !== undefined) return true;
  return act !== 'ask-explanation' && !(act === 'report-progress' && result !== undefined);
}

/** A directive: the words of the notice, what is asked, what can be done, then everything there is to know. */
export function DirectivePageView({
  page,
  backWords = PAGE.back,
  more = [],
  besides,
}: {
  readonly page: DirectivePage;
  readonly backWords?: string;
  /** Forms of acts that nobody is asked for: they stay folded. */
  readonly more?: DirectivePage['forms'];
  /** What else can be done here, by a form of its own: before what there is to know, which is long. */
  readonly besides?: Child;
}) {
  const [first, ...rest] = page.forms.filter((form) => isAskedFor(form, page));
  const others = [...rest, ...page.forms.filter((form) => !isAskedFor(form, page)), ...more];
  return (
    <>
      {page.announcement === undefined ? null : <AnnouncementView announcement={page.announcement} />}
      {page.back === undefined ? null : (
        <p class="back">
          <a href={page.back}>{backWords}</a>
        </p>
      )}
      <section class={`card state-${page.badge.colour}`}>
        <BadgeView badge={page.badge} />
        <h1>{page.heading}</h1>
        <blockquote class="words" aria-label={PAGE.words}>
          {page.quote}
        </blockquote>
        <div class="ask">
          <p class="label">{PAGE.wanted}</p>
          <p>{page.ask}</p>
        </div>
        {page.result === undefined ? null : <ResultView result={page.result} />}
        {page.proof === undefined ? null : (
          <div class="act">
            <p>{page.proof.text}</p>
            <p>
              <a class="go" href={page.proof.href}>
                {page.proof.button}
              </a>
            </p>
          </div>
        )}
        {first === undefined ? null : <FormView form={first} open />}
      </section>
      {others.length === 0 ? null : (
        <section class="card">
          <h2>{PAGE.otherActs}</h2>
          {others.map((form) => (
            <FormView form={form} />
          ))}
        </section>
      )}
      {besides}
      <section class="card">
        <h2>{PAGE.parties}</h2>
        <dl class="rows">
          {page.rows.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RepliesView replies={page.replies} />
      <HistoryView history={page.history} />
      <SentView sent={page.sent} />
    </>
  );
}

/** The state in a few words on its colour. */
export function BadgeView({ badge }: { readonly badge: Badge }) {
  return <p class={`badge ${badge.colour}`}>{badge.words}</p>;
}

function AnnouncementView({ announcement: { kind, title, text } }: { readonly announcement: Announcement }) {
  const heading = title ?? (kind === 'refused' ? REFUSED_TITLE : undefined);
  return (
    <div class={`said ${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
      {heading === undefined ? null : <p class="said-title">{heading}</p>}
      <p>{text}</p>
    </div>
  );
}

function ResultView({ result }: { readonly result: HistoryItem }) {
  return (
    <div class="result">
      <h2>{PAGE.result}</h2>
      <p class="when">{result.at}</p>
      {result.text === undefined ? null : <p class="said-words">{result.text}</p>}
      <FilesView files={result.files} />
    </div>
  );
}

function HistoryView({ history }: { readonly history: readonly HistoryItem[] }) {
  return (
    <section class="card">
      <h2>{PAGE.history}</h2>
      {history.length === 0 ? (
        <p>{PAGE.noHistory}</p>
      ) : (
        <ol class="events">
          {history.map((item) => (
            <li>
              <p class="when">{item.at}</p>
              <p class="what">{item.line}</p>
              {item.who === undefined ? null : <p class="fate">{item.who}</p>}
              {item.text === undefined ? null : <p class="said-words">{item.text}</p>}
              <FilesView files={item.files} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function FilesView({ files }: { readonly files: readonly FileLink[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="files">
      {files.map(({ name, href }) => (
        <li>
          {href === undefined ? (
            name
          ) : (
            <a href={href} download>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function RepliesView({ replies }: { readonly replies: readonly ReplyItem[] }) {
  if (replies.length === 0) return null;
  return (
    <section class="card">
      <h2>{PAGE.replies}</h2>
      <ol class="events">
        {replies.map(({ at, line, text, files }) => (
          <li>
            <p class="when">{at}</p>
            <p class="fate">{line}</p>
            {text === undefined ? null : <p class="said-words">{text}</p>}
            <FilesView files={files.map((name) => ({ name }))} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is older stays folded: on a phone the page would never end. */
const SENT_OPEN = 3;

function SentView({ sent }: { readonly sent: readonly SentItem[] }) {
  const before = sent.slice(SENT_OPEN);
  return (
    <section class="card">
      <h2>{PAGE.sent}</h2>
      {sent.length === 0 ? <p>{PAGE.noneSent}</p> : <SentList sent={sent.slice(0, SENT_OPEN)} />}
      {before.length === 0 ? null : (
        <details class="more">
          <summary>{PAGE.sentBefore(before.length)}</summary>
          <SentList sent={before} />
        </details>
      )}
    </section>
  );
}

function SentList({ sent }: { readonly sent: readonly SentItem[] }) {
  return (
    <ol class="events">
      {sent.map(({ at, line, fate, texts }) => (
        <li>
          <p class="when">{at}</p>
          <p class="what">{line}</p>
          <p class="fate">{fate}</p>
          {texts.map(({ heading, text }) => (
            <details>
              <summary>{heading}</summary>
              <p class="said-words">{text}</p>
            </details>
          ))}
        </li>
      ))}
    </ol>
  );
}
