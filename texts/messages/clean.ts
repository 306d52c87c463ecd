import { present } from '../../dsl/present.ts';
import { manyLines, oneLine } from '../plain-text.ts';
import type { MessageFacts, Progress } from './facts.ts';
import { inSentence, withoutLayout } from './notice-words.ts';

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
