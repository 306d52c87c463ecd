import { dayOf } from '../../dsl/time/day.ts';
import { cleanFacts } from '../messages/clean.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { audienceOf } from '../messages/words.ts';
import { bodyOf } from './body-of.ts';
import type { LetterContent } from './content.ts';
import { openDate } from './dates.ts';
import { fileNameOf } from './file-name.ts';
import { sameName, spelledOut } from './names.ts';
import { noticeShort, urgingParagraphs } from './paragraphs.ts';
import { signatureLines } from './signature.ts';

const OPEN = '…';
/** Beside the name of a place that is not known. */
const OPEN_PLACE = '…………';
/** More partners than this are named together. */
const PARTNERS_NAMED = 6;

/**
 * The công văn đôn đốc that goes with an escalation. Pure: the same facts give the same letter.
 *
 * It is a draft of the reader's own agency where the reader stands above the work (supervisor, issuer, secretariat):
 * they sign it. To anybody else it shows the draft of the office.
 */
export function composeLetter(given: MessageFacts): LetterContent {
  const facts = cleanFacts(given);
  const { directive } = facts;
  const body = bodyOf(issuingName(facts), directive);
  const drafted = dayOf(facts.at);
  return {
    format: 1,
    template: 'cong-van-don-doc',
    fileName: fileNameOf(facts),
    drafted,
    governingBody: body.governing,
    issuingBody: body.lines,
    number: `Số: ${OPEN}/${body.sign || OPEN}-${OPEN}`,
    subject: `V/v đôn đốc thực hiện nhiệm vụ tại ${noticeShort(directive)}`,
    placeAndDate: `${body.place || OPEN_PLACE}, ${openDate(drafted)}`,
    addressees: directive.leadNames.length === 0 ? [OPEN_PLACE] : directive.leadNames,
    paragraphs: urgingParagraphs(facts, body.name),
    copies: copiesOf(facts, body.name),
    signature: signatureLines(body, signs(facts) ? facts.recipient.title : undefined),
  };
}

/** The letter a message's rung asks for; none where the policy names no letter we know, or one to oneself. */
export function letterOf(facts: MessageFacts): LetterContent | undefined {
  if (!('letter' in facts.cause) || facts.cause.letter !== 'cong-van-don-doc') return undefined;
  const { leadNames } = facts.directive;
  const body = issuingName(facts);
  if (leadNames.length > 0 && leadNames.every((name) => sameName(name, body))) return undefined;
  return composeLetter(facts);
}

function signs({ recipient }: MessageFacts): boolean {
  const audience = audienceOf(recipient.role);
  return audience === 'supervisor' || audience === 'issuer' || audience === 'secretariat';
}

function issuingName(facts: MessageFacts): string {
  return (signs(facts) && facts.recipient.agencyName) || facts.officeName;
}

/** "Nơi nhận": the addressee, those above, those who follow, those who take part, the records. */
function copiesOf({ directive, officeName }: MessageFacts, body: string): string[] {
  const { issuer, supervisorNames, cooperatingNames } = directive;
  const lines = ['Như trên'];
  const named = [body, ...directive.leadNames];
  const add = (name: string, why: string) => {
    if (name === '' || named.some((n) => sameName(n, name))) return;
    named.push(name);
    lines.push(`${spelledOut(name)} (để ${why})`);
  };
  add(issuer, 'báo cáo');
  for (const name of [officeName, ...supervisorNames]) add(name, 'theo dõi');
  if (cooperatingNames.length > PARTNERS_NAMED) lines.push('Các cơ quan phối hợp (để phối hợp)');
  else for (const name of cooperatingNames) add(name, 'phối hợp');
  return [...lines, 'Lưu: VT'];
}
