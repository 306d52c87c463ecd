import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { hasRight, isStaffRole, type StaffRight } from '../../office/staff/index.ts';
import { PAGE } from '../../texts/pages/index.ts';
import { NAV, STAFF_ROLE_NAMES } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { STYLE_PATH } from '../view/style.ts';
import type { StaffContext, StaffVisit } from './context.ts';
import { STAFF_STYLE_PATH } from './style.ts';

/** What has just happened, told above everything else. */
export interface Said {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

export interface StaffPage {
  readonly title: string;
  /** The part of the pages this is. */
  readonly at: keyof typeof PATHS;
  readonly said?: Said;
  /** Asks again by itself after so many seconds, or for another page. */
  readonly refresh?: { readonly seconds: number; readonly url?: string };
  readonly status?: ContentfulStatusCode;
}

/** Below the top of the office's pages. */
export const PATHS = {
  home: '',
  notices: '/van-ban',
  directives: '/nhiem-vu',
  report: '/bao-cao',
  directory: '/danh-ba',
  settings: '/cai-dat',
} as const;

const ORDER = ['home', 'notices', 'directives', 'report', 'directory', 'settings'] as const;
/** Parts that only some may open: others do not see them. */
const RIGHTS: Readonly<Partial<Record<keyof typeof PATHS, StaffRight>>> = { settings: 'set-up' };

/** A page of the office, in the frame all of them have. */
export function staffPage(
  c: Context<Env>,
  { basePath, settings }: StaffContext,
  { session, top }: StaffVisit,
  { title, at, said, refresh, status = 200 }: StaffPage,
  content: Child,
): Response | Promise<Response> {
  const role = isStaffRole(session.role) ? STAFF_ROLE_NAMES[session.role] : session.role;
  const parts = ORDER.filter((part) => hasRight(session.role, RIGHTS[part] ?? 'read')).filter(
    (part) => part !== 'settings' || settings !== undefined,
  );
  const page = (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        {refresh === undefined ? null : <meta http-equiv="refresh" content={refreshOf(refresh)} />}
        <title>{title}</title>
        <link rel="stylesheet" href={`${basePath}${STYLE_PATH}`} />
        <link rel="stylesheet" href={`${basePath}${STAFF_STYLE_PATH}`} />
      </head>
      <body class="staff">
        <a class="skip" href="#chinh">
          {PAGE.skip}
        </a>
        <header class="bar">
          <p class="product">{PAGE.product}</p>
          <nav aria-label={NAV.label}>
            {parts.map((part) => (
              <a href={`${top}${PATHS[part]}`} {...(part === at ? { 'aria-current': 'page' } : {})}>
                {NAV[part]}
              </a>
            ))}
          </nav>
          <form class="leave" method="post" action={`${top}/thoat`}>
            <span>
              {session.name} <span class="role">({role})</span>
            </span>
            <button type="submit" class="quiet">
              {NAV.leave}
            </button>
          </form>
        </header>
        <main id="chinh" tabindex={-1}>
          {said === undefined ? null : (
            <div class={`said ${said.kind}`} role={said.kind === 'refused' ? 'alert' : 'status'}>
              <p>{said.text}</p>
            </div>
          )}
          {content}
        </main>
      </body>
    </html>
  );
  return c.html(`<!DOCTYPE html>${page.toString()}`, status);
}

function refreshOf({ seconds, url }: NonNullable<StaffPage['refresh']>): string {
  return url === undefined ? String(seconds) : `${seconds};url=${url}`;
}
