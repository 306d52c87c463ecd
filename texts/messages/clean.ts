import { present } from '../../dsl/present.ts';
import type { MessageFacts, Progress } from './facts.ts';
import { inSentence, withoutLayout } from './notice-words.ts';

// Control and format characters, line separators: none belongs in a line of a mail, and CR LF could forge a header.
const NOT_TEXT = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of plain text: NFC, no control characters, white space collapsed. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(LONE_SURROGATE, '\ufffd').replace(NOT_TEXT, ' ').replace(/\s+/g, ' ').trim();
}

/** Plain text that keeps its lines, at most one empty line in a row. */
export function manyLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(oneLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cut at a word so that it is at most `max` code points long, the ellipsis included. */
export function cutAtWord(text: string, max: number): string {
  const points = [...text];
  if (points.length <= max) return text;
  const head = points.slice(0, max - 1).join('');
  const nextIsSpace = points[max - 1] === ' ';
  const space = head.lastIndexOf(' ');
  // A single word longer than half of the room is cut inside rather than dropped.
  const kept = nextIsSpace || space < head.length / 2 ? head : head.slice(0, space);
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** The facts with every text cleaned, so that whoever writes with them need not think of it. */
export function cleanFacts(facts: MessageFacts): MessageFacts {
  const { directive, recipient } = facts;
  return {
    ...facts,
    officeName: oneLine(facts.officeName),
    ...present({
      earlier: facts.earlier?.map((m) => ({ ...m, to: oneLine(m.to) })),
      actBy: facts.actBy && oneLine(facts.actBy),
      progress: facts.progress && cleanProgress(facts.progress),
      silentPartners: facts.silentPartners?.map(oneLine),
    }),
    directive: {
      ...directive,
      localId: oneLine(directive.localId),
      text: withoutLayout(manyLines(directive.text)),
      ...present({
        phrase: directive.phrase && oneLine(directive.phrase),
        urgency: directive.urgency && urgencyWords(directive.urgency),
      }),
      noticeNumber: directive.noticeNumber === null ? null : oneLine(directive.noticeNumber),
      issuer: inSentence(oneLine(directive.issuer)),
      leadNames: directive.leadNames.map(oneLine),
      cooperatingNames: directive.cooperatingNames.map(oneLine),
      supervisorNames: directive.supervisorNames.map(oneLine),
      ...present({
        whole: directive.whole && { ...directive.whole, group: oneLine(directive.whole.group) },
        origin: directive.origin && cleanOrigin(directive.origin),
      }),
    },
    recipient: {
      ...recipient,
      name: oneLine(recipient.name),
      agencyName: oneLine(recipient.agencyName),
      ...present({
        honorific: recipient.honorific && oneLine(recipient.honorific),
        title: recipient.title && oneLine(recipient.title),
      }),
    },
  };
}

function cleanOrigin({ how, from }: NonNullable<MessageFacts['directive']['origin']>) {
  return {
    how,
    from: from.map(({ localId, noticeNumber, text }) => ({
      localId: oneLine(localId),
      noticeNumber: noticeNumber === null ? null : oneLine(noticeNumber),
      text: withoutLayout(manyLines(text)),
    })),
  };
}

function cleanProgress(progress: Progress): Progress {
  const { text, blockedBy } = progress;
  return {
    ...progress,
    text: oneLine(text),
    ...present({ blockedBy: blockedBy && oneLine(blockedBy) }),
  };
}

/** Small letters, with the mark where Nghị định 30/2020/NĐ-CP has it: hỏa tốc. */
function urgencyWords(urgency: string): string {
  return oneLine(urgency).toLocaleLowerCase('vi').replace('hoả', 'hỏa');
}
