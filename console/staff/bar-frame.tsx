import type { Child } from 'hono/jsx';
import { PAGE } from '../../texts/pages/index.ts';
import { OWN_ACCOUNT } from '../../texts/staff/index.ts';
import { HeadView } from '../view/head-view.tsx';
import { STYLE_PATH } from '../view/style.ts';
import type { Said } from './frame.tsx';
import { STAFF_STYLE_PATH } from './style.ts';

export interface BarPart {
  readonly href: string;
  readonly name: string;
  readonly isHere: boolean;
}

export interface Bar {
  /** What the parts are of. */
  readonly label: string;
  readonly parts: readonly BarPart[];
  readonly who: string;
  readonly role: string;
  readonly leave: { readonly action: string; readonly words: string };
}

/** A whole page behind a session: who is in, the parts they may open, what has just happened, the content. */
export function BarFrame({
  basePath,
  title,
  bar: { label, parts, who, role, leave },
  said,
  refresh,
  children,
}: {
  readonly basePath: string;
  readonly title: string;
  readonly bar: Bar;
  readonly said?: Said | undefined;
  readonly refresh?: string | undefined;
  readonly children: Child;
}) {
  return (
    <html lang="vi">
      <HeadView title={title} stylesheets={[STYLE_PATH, STAFF_STYLE_PATH].map((path) => `${basePath}${path}`)}>
        {refresh === undefined ? null : <meta http-equiv="refresh" content={refresh} />}
      </HeadView>
      <body class="staff">
        <a class="skip" href="#chinh">
          {PAGE.skip}
        </a>
        <header class="bar">
          <p class="product">{PAGE.product}</p>
          <nav aria-label={label}>
            {parts.map(({ href, name, isHere }) => (
              <a href={href} {...(isHere ? { 'aria-current': 'page' } : {})}>
                {name}
              </a>
            ))}
          </nav>
          <form class="leave" method="post" action={leave.action}>
            <span>
              <a href={`${basePath}/tai-khoan`} aria-label={`${OWN_ACCOUNT.open}: ${who}`}>
                {who}
              </a>{' '}
              <span class="role">({role})</span>
            </span>
            <button type="submit" class="quiet">
              {leave.words}
            </button>
          </form>
        </header>
        <main id="chinh" tabindex={-1}>
          {said === undefined ? null : (
            <div class={`said ${said.kind}`} role={said.kind === 'refused' ? 'alert' : 'status'}>
              <p>{said.text}</p>
            </div>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
