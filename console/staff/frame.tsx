import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { hasRight, isStaffRole, LEADER_ROLE, type StaffRight } from '../../office/staff/index.ts';
import { NAV, STAFF_ROLE_NAMES } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { leadersBar } from '../people/bar.ts';
import { type Bar, BarFrame } from './bar-frame.tsx';
import type { StaffContext, StaffVisit } from './context.ts';

/** What has just happened, told above everything else. */
export interface Said {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

export interface StaffPage {
  readonly title: string;
  /** The part of the pages this is. */
  readonly at: keyof typeof PATHS | 'account';
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
  policies: '/quy-tac',
  settings: '/cai-dat',
} as const;

const ORDER = ['home', 'notices', 'directives', 'report', 'directory', 'policies', 'settings'] as const;
/** Parts that only some may open: others do not see them. */
const RIGHTS: Readonly<Partial<Record<keyof typeof PATHS, StaffRight>>> = { settings: 'set-up' };

/** A page of the office, in the frame all of them have. */
export function staffPage(
  c: Context<Env>,
  { basePath, settings }: StaffContext,
  visit: StaffVisit,
  { title, at, said, refresh, status = 200 }: StaffPage,
  content: Child,
): Response | Promise<Response> {
  const { session, top } = visit;
  const parts = ORDER.filter((part) => hasRight(session.role, RIGHTS[part] ?? 'read')).filter(
    (part) => part !== 'settings' || settings !== undefined,
  );
  const bar: Bar =
    session.role === LEADER_ROLE
      ? leadersBar(session, `${basePath}/toi`, top, at)
      : {
          label: NAV.label,
          parts: parts.map((part) => ({ href: `${top}${PATHS[part]}`, name: NAV[part], isHere: part === at })),
          who: session.name,
          role: isStaffRole(session.role) ? STAFF_ROLE_NAMES[session.role] : session.role,
          leave: { action: `${top}/thoat`, words: NAV.leave },
        };
  const page = (
    <BarFrame
      basePath={basePath}
      title={title}
      bar={bar}
      said={said}
      refresh={refresh === undefined ? undefined : refreshOf(refresh)}
    >
      {content}
    </BarFrame>
  );
  return c.html(`<!DOCTYPE html>${page.toString()}`, status);
}

function refreshOf({ seconds, url }: NonNullable<StaffPage['refresh']>): string {
  return url === undefined ? String(seconds) : `${seconds};url=${url}`;
}
