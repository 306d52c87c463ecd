import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Act } from '../../dsl/rules/index.ts';
import { withoutTokens } from '../../office/links/token.ts';
import type { Timeline } from '../../office/timeline/index.ts';
import { whoActed } from '../../office/who.ts';
import type { DirectiveView, Directory, EvidenceRecord, SentText } from '../../register/index.ts';
import { actDetails, actName } from '../../texts/acts.ts';
import { ARCHIVE_PAGE as say } from '../../texts/archive.ts';
import { formatDay, formatMoment, sizeWords } from '../../texts/format.ts';
import { channelName, kindName, STATUS_NAMES } from '../../texts/names.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { policyText, stepText } from '../../texts/rules.ts';
import { whoText } from '../../texts/who.ts';
import { TimelineView } from '../timeline/document.tsx';
import { scopedStyle } from '../timeline/palette.ts';

export interface ArchivedRecord {
  readonly view: DirectiveView;
  readonly directory: Directory;
  readonly evidence: readonly EvidenceRecord[];
  readonly texts: ReadonlyMap<string, SentText>;
  readonly timeline: Timeline;
  /** All of it for programs. */
  readonly data: unknown;
  readonly now: number;
}

const STYLE = `
body{font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:#1b1b1b;background:#fff;max-width:78rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #bbb}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
th{font-weight:600}blockquote{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #999;white-space:pre-wrap}
pre{white-space:pre-wrap;font:inherit;background:#f4f4f2;padding:.6rem}.wide{overflow-x:auto}.dim{color:#555}
@media print{body{max-width:none}details{display:block}details>*{display:block}}
`;

/**
 * Everything the register has of a directive that has ended, as one page that needs nothing else: no script, nothing
 * fetched. Links by which one could act are left out.
 * @returns an HTML document, without its signature.
 */
export function archivePageOf(record: ArchivedRecord): string {
  return `<!doctype html>\n${(<Page {...record} />).toString()}`;
}

function Page(record: ArchivedRecord) {
  const { view, timeline, data, now } = record;
  const { notice, directive } = view;
  const title = say.title(notice.number ?? notice.id, directive.localId);
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={raw("default-src 'none'; style-src 'unsafe-inline'")} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(`${STYLE}${scopedStyle('.life')}`)}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p class="dim">{say.made(now)}</p>
        <Terms view={view} />
        <h2>{say.picture}</h2>
        <div class="life">
          <TimelineView timeline={timeline} id="tien-trinh" label={say.picture} />
        </div>
        <h2>{say.events}</h2>
        <Events {...record} />
        <h2>{say.messages}</h2>
        <Messages {...record} />
        <h2>{say.evidence}</h2>
        <Evidence {...record} />
        <p class="dim">{say.data}</p>
        <script type="application/json" id="du-lieu">
          {raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
        </script>
      </body>
    </html>
  );
}

function Terms({ view: { directive: d, notice } }: { readonly view: DirectiveView }) {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  const rows: (readonly [string, string])[] = [
    [say.notice, `${notice.number ?? notice.id}, ${formatDay(notice.issued ?? notice.anchor)}`],
    [say.issuer, notice.issuer ?? ''],
    [say.signer, notice.signer ?? ''],
    [say.lead, names(d.lead)],
    [say.cooperating, names(d.cooperating)],
    [say.supervisor, names(d.supervisor)],
    [say.due, formatDay(d.due)],
    ...(d.due === d.originalDue ? [] : [[say.originalDue, formatDay(d.originalDue)] as const]),
    [say.given, formatMoment(d.issuedAt)],
    [say.status, STATUS_NAMES[d.status]],
    ...(d.closedAt === null ? [] : [[say.ended, formatMoment(d.closedAt)] as const]),
  ];
  return (
    <>
      <h2>{say.terms}</h2>
      <blockquote>{d.text.trim()}</blockquote>
      <table>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
      </table>
      <h2>{say.rules(d.policy.name)}</h2>
      <ul>
        {policyText(d.policy).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Events({ view, directory }: ArchivedRecord) {
  const rows = view.events.flatMap(({ at, act, posts }) => [
    ...(act === null || act === undefined
      ? []
      : [
          [
            formatMoment(at),
            `${actName(act.act)}${actDetails(act.act)}${wordsOf(act.act)}`,
            whoText(whoActed(act.act.by, directory, view.operators)),
          ],
        ]),
    ...posts.map((post) => [formatMoment(post.at), stepText(post), '']),
  ]);
  return <Rows head={say.eventsHead} rows={rows} />;
}

/** What the person wrote with it, whole. */
function wordsOf(act: Act): string {
  return 'text' in act && act.text !== undefined ? `: “${act.text.trim()}”` : '';
}

function Messages({ view, texts }: ArchivedRecord) {
  const rows = view.messages.map((m): Child[] => {
    const text = texts.get(m.id);
    return [
      formatMoment(m.at),
      <>
        {kindName(m.kind, m.role)}
        {text === undefined ? null : (
          <details>
            <summary>{say.words}</summary>
            <pre>{withoutTokens([text.subject, text.text].filter(Boolean).join('\n\n'))}</pre>
          </details>
        )}
      </>,
      m.personName ?? '',
      m.channel === null ? '' : channelName(m.channel),
      OUTCOME_NAMES[m.outcome] + (m.reason ? `: ${m.reason}` : ''),
    ];
  });
  return <Rows head={say.messagesHead} rows={rows} />;
}

function Evidence({ evidence }: ArchivedRecord) {
  const rows = evidence.map((e) => [formatMoment(e.recordedAt), e.name, sizeWords(e.size), e.sha256]);
  return <Rows head={say.evidenceHead} rows={rows} />;
}

function Rows({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly Child[])[] }) {
  if (rows.length === 0) return <p>{say.none}</p>;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
