import { OWN } from '../../texts/people/index.ts';
import { LEADER } from '../../texts/people/leader.ts';
import { NAV } from '../../texts/staff/index.ts';
import type { Bar } from '../staff/bar-frame.tsx';
import type { PersonVisit } from './guard.ts';

/** The parts a leader may open: the province in a page, and the office's lists and figures, to read. */
export function leadersBar(
  { name }: { readonly name: string },
  own: string,
  office: string,
  at: string,
  isOfAgency = false,
): Bar {
  const part = (href: string, words: string, key: string) => ({ href, name: words, isHere: key === at });
  return {
    label: LEADER.nav,
    parts: [
      part(own, LEADER.title, 'leader'),
      part(`${office}/nhiem-vu`, NAV.directives, 'directives'),
      part(`${office}/bao-cao`, NAV.report, 'report'),
      ...(isOfAgency ? [part(`${own}/nhiem-vu`, OWN.tasks, 'tasks')] : []),
    ],
    who: name,
    role: LEADER.role,
    leave: { action: `${own}/thoat`, words: OWN.leave },
  };
}

/** The parts somebody of the directory may open. */
export function ownBar(
  { session, place, top }: PersonVisit,
  office: string,
  at: 'leader' | 'tasks' | 'directive' | 'account',
): Bar {
  if (place.leads !== undefined) return leadersBar(session, top, office, at);
  return {
    label: OWN.nav,
    parts: [{ href: top, name: OWN.tasks, isHere: at === 'tasks' }],
    who: session.name,
    role: place.posts.map(({ agency }) => agency.name).join('; '),
    leave: { action: `${top}/thoat`, words: OWN.leave },
  };
}
