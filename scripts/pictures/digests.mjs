/* What a morning's round makes of the messages of one reader. */
import { renderHtml } from '../../dist/delivery/email/html.js';
import { dayOf, instantAt } from '../../dist/dsl/time/day.js';
import { composeDigest } from '../../dist/texts/messages/index.js';
import { keepMail } from './browser.mjs';

/** Name of the picture, the day, and whose digest it is. */
const DIGESTS = [
  ['tong-hop-dau-moi', '2025-03-28', 'so-nong-nghiep-moi-truong', 'lead'],
  ['tong-hop-it-viec', '2025-03-28', 'so-xay-dung', 'lead'],
  ['tong-hop-thu-truong', '2025-03-28', 'so-nong-nghiep-moi-truong', 'headOf(lead)'],
];

export async function drawDigests({ views }, browser) {
  const messages = [...views.values()]
    .sort((a, b) => (a.directive.due < b.directive.due ? -1 : 1))
    .flatMap((view) => view.messages)
    .filter((m) => m.channel === 'email' && m.gathered);
  for (const [name, day, agency, role] of DIGESTS) {
    const mine = messages.filter((m) => dayOf(m.at) === day && m.agencyId === agency && m.role === role);
    await keepMail(browser, name, renderHtml(composeDigest(mine, instantAt(day, 600))));
  }
}
