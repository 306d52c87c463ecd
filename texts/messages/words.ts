import type { Role } from '../../dsl/policy/policy.ts';
import { roleParts } from '../../dsl/policy/roles.ts';
import { dayOf, type Instant } from '../../dsl/time/day.ts';
import { formatDay, nameList } from '../format.ts';
import { cutAtWord } from '../plain-text.ts';
import type { DirectiveFacts, MessageFacts, Origin, Recipient } from './facts.ts';

/** “14/03/2025”, the civil day of an instant. */
export function dateOf(instant: Instant): string {
  return formatDay(dayOf(instant));
}

const SUBJECT_AGENCY = 60;

/** The agency as a subject has it: room is left for the rest. */
export function subjectAgency(agency: string): string {
  return cutAtWord(agency, SUBJECT_AGENCY);
}

/** Who leads, within a sentence. */
export function leadWords(directive: DirectiveFacts): string {
  return nameList(directive.leadNames) || 'cơ quan chủ trì';
}

/** How the reader is addressed within a sentence. */
export function you(recipient: Recipient): string {
  return isAgency(recipient) ? 'quý cơ quan' : (recipient.honorific ?? 'đồng chí');
}

/** "đồng chí Trần Thị B, Giám đốc Sở Nội vụ" */
export function salutation(recipient: Recipient): string {
  if (isAgency(recipient)) return recipient.agencyName || recipient.name;
  const { title = '', agencyName } = recipient;
  // A title may already end in the name of the agency.
  const position = title !== '' && title.endsWith(agencyName) ? title : [title, agencyName].filter(Boolean).join(' ');
  return [`${recipient.honorific ?? 'đồng chí'} ${recipient.name}`, position].filter(Boolean).join(', ');
}

function isAgency(recipient: Recipient): boolean {
  return recipient.name === '' || recipient.name === recipient.agencyName;
}

/** What kind of document a number stands for, by its sign (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  TB: 'Thông báo',
  KL: 'Kết luận',
  CT: 'Chỉ thị',
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  KH: 'Kế hoạch',
  CĐ: 'Công điện',
};

/** "Thông báo số 56/TB-VPCP ngày 24/02/2025 của …" */
export function noticeWords(directive: DirectiveFacts): string {
  const { noticeNumber, noticeIssued, issuer } = directive;
  const sign = /\/([A-ZĐ]+)/u.exec(noticeNumber ?? '')?.[1] ?? '';
  const kind = noticeNumber === null ? 'Thông báo' : (DOCUMENT_KINDS[sign] ?? 'Văn bản');
  return [
    kind,
    noticeNumber === null ? '' : `số ${noticeNumber}`,
    noticeIssued === undefined ? '' : `ngày ${formatDay(noticeIssued)}`,
    issuer === '' ? '' : `của ${issuer}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** “mục I.4”, and which document where it is another one. */
export function originPlace({ noticeNumber }: DirectiveFacts, origin: Origin): string {
  const elsewhere = origin.noticeNumber !== null && origin.noticeNumber !== noticeNumber;
  return `mục ${origin.localId}${elsewhere ? ` văn bản số ${origin.noticeNumber}` : ''}`;
}

/** What the directive is filed under: the number of the notice, else its date. */
export function codeWords(directive: DirectiveFacts): string {
  if (directive.noticeNumber !== null && directive.noticeNumber !== '') return directive.noticeNumber;
  return directive.noticeIssued === undefined ? 'Thông báo' : `Thông báo ${formatDay(directive.noticeIssued)}`;
}

/** Who reads, as far as the wording differs by it. */
export type Audience = 'lead' | 'head' | 'cooperating' | 'supervisor' | 'issuer' | 'secretariat';

/** Who a role is to the wording: who leads others than the lead reads as those they lead. */
export function audienceOf(role: Role): Audience {
  const { party, who } = roleParts(role);
  return party === 'lead' && who !== 'contact' ? 'head' : party;
}

/** Is it read by whoever does the work, or by the head of those? */
export function isForLead(facts: MessageFacts): boolean {
  const audience = audienceOf(facts.recipient.role);
  return audience === 'lead' || audience === 'head';
}

/** "Nhiệm vụ dưới đây do Sở Nội vụ chủ trì" */
export function taskWords({ leadNames }: DirectiveFacts): string {
  return leadNames.length === 0 ? 'Nhiệm vụ dưới đây' : `Nhiệm vụ dưới đây do ${nameList(leadNames)} chủ trì`;
}

/** "Kết quả thực hiện nhiệm vụ dưới đây của Sở Nội vụ" */
export function resultOf({ leadNames }: DirectiveFacts): string {
  return ['Kết quả thực hiện nhiệm vụ dưới đây', leadNames.length === 0 ? '' : `của ${nameList(leadNames)}`]
    .filter(Boolean)
    .join(' ');
}

/** One sentence from its parts; empty parts vanish. */
export function sentence(...parts: readonly string[]): string {
  const text = parts
    .filter(Boolean)
    .join(' ')
    .replace(/ ([,;.])/g, '$1');
  return text.endsWith('.') ? text : `${text}.`;
}
