import { present } from '../../dsl/present.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { capital } from '../format.ts';
import { type LetterContent, letterOf } from '../letters/index.ts';
import { cutAtWord, oneLine } from '../plain-text.ts';
import { assignment, copy, deadlineChanged } from './assign.ts';
import { absorbed, corrected, merged, resumed, split, superseded, suspended, suspensionReview } from './change.ts';
import { cleanFacts } from './clean.ts';
import { approved, cancelled } from './close.ts';
import type { FactRow, MessageContent, MessageLink } from './content.ts';
import { deadlineEventOf } from './deadline-event.ts';
import { dueShort } from './due.ts';
import { overdue, silenceEscalation, unacknowledgedEscalation } from './escalate.ts';
import {
  explained,
  explanationAccepted,
  explanationAsked,
  explanationRejected,
  explanationReminder,
  explanationWithdrawn,
  unexplained,
} from './explanation.ts';
import {
  extensionAsked,
  extensionGranted,
  extensionOffered,
  extensionRejected,
  extensionReminder,
  offerDeclined,
  offerReminder,
} from './extension.ts';
import type { MessageFacts } from './facts.ts';
import { leadChanged, relieved } from './lead.ts';
import { acknowledgeReminder, dueReminder, silenceReminder } from './remind.ts';
import { approvalReminder, resultWaiting, resultWithdrawn, returned } from './result.ts';
import { commonRows, explanationRows } from './rows.ts';
import type { Wording, Writer } from './wording.ts';
import { codeWords, leadWords, salutation, subjectAgency } from './words.ts';

const WRITERS: Readonly<Record<PostKind, Writer>> = {
  assignment,
  copy,
  'deadline-changed': deadlineChanged,
  'extension-asked': extensionAsked,
  'extension-reminder': extensionReminder,
  'extension-granted': extensionGranted,
  'extension-rejected': extensionRejected,
  'extension-offered': extensionOffered,
  'offer-reminder': offerReminder,
  'offer-declined': offerDeclined,
  'explanation-asked': explanationAsked,
  'explanation-reminder': explanationReminder,
  unexplained,
  explained,
  'explanation-accepted': explanationAccepted,
  'explanation-rejected': explanationRejected,
  'explanation-withdrawn': explanationWithdrawn,
  suspended,
  'suspension-review': suspensionReview,
  resumed,
  corrected,
  absorbed,
  relieved,
  'lead-changed': leadChanged,
  'acknowledge-reminder': acknowledgeReminder,
  'due-reminder': dueReminder,
  'silence-reminder': silenceReminder,
  overdue,
  'silence-escalation': silenceEscalation,
  'unacknowledged-escalation': unacknowledgedEscalation,
  'result-waiting': resultWaiting,
  'approval-reminder': approvalReminder,
  returned,
  'result-withdrawn': resultWithdrawn,
  approved,
  cancelled,
  superseded,
  split,
  merged,
};

const ZALO_EXCERPT = 140;

/** The message for one person about one step of a directive. Pure: the same facts give the same words. */
export function composeMessage(facts: MessageFacts): MessageContent {
  const clean = cleanFacts(facts);
  const { directive, recipient } = clean;
  const brief = cutAtWord(oneLine(directive.text), ZALO_EXCERPT);
  const wording = WRITERS[facts.kind](clean);
  const link = linkOf(clean);
  const letter = letterOf(clean);
  const deadline = deadlineEventOf(clean, place(clean));
  const short = `${wording.label}. ${place(clean)}: “${brief}”. ${capital(wording.ask)} ${clean.officeName}.`;
  return {
    format: 1,
    subject: subject(clean, wording),
    heading: titled(clean, wording.heading),
    salutation: salutation(recipient),
    paragraphs: wording.paragraphs,
    facts: [...commonRows(clean), ...(wording.rows ?? []), ...explanationRows(clean), ...letterRows(letter)],
    quote: directive.text,
    ask: `${clean.officeName} ${wording.ask}`,
    ...present({ link }),
    signature: [clean.officeName, 'Thư do hệ thống theo dõi, đôn đốc nhiệm vụ của Văn phòng tự động gửi.'],
    ...present({ deadline, letter }),
    about: { directive: directive.id, ...present({ whole: directive.whole }) },
    zalo: {
      title: titled(clean, wording.label),
      body: withLink(short, link),
      brief,
      code: codeWords(directive),
      agency: leadWords(directive),
      due: dueShort(directive),
      ...present({ link: link?.url }),
    },
  };
}

function letterRows(letter: LetterContent | undefined): FactRow[] {
  return letter === undefined
    ? []
    : [{ label: 'Kèm theo', value: `Dự thảo công văn đôn đốc, chưa ký (tệp ${letter.fileName})` }];
}

/** Urgency, then number, agency, deadline: what a full inbox is searched and sorted by. */
function subject(facts: MessageFacts, wording: Wording): string {
  const { directive } = facts;
  const agency = subjectAgency(leadWords(directive));
  const urgent = directive.urgency === undefined ? '' : `${directive.urgency.toLocaleUpperCase('vi')} – `;
  return `${urgent}${place(facts)} – ${agency} – ${dueShort(directive)}: ${wording.label}`;
}

/** "Hỏa tốc: giao nhiệm vụ" */
function titled({ directive: { urgency } }: MessageFacts, title: string): string {
  return urgency === undefined
    ? title
    : `${capital(urgency)}: ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`;
}

function place({ directive }: MessageFacts): string {
  const code = codeWords(directive);
  return directive.localId === '' ? code : `${code}, mục ${directive.localId}`;
}

/** Zalo's limit of a text message, in characters. */
const ZALO_TEXT = 2_000;

function linkOf({ link }: MessageFacts): MessageLink | undefined {
  if (link === undefined) return undefined;
  return {
    label: link.takesActs ? 'Xem và phản hồi' : 'Xem nhiệm vụ',
    url: link.url,
    note: 'Liên kết dành riêng cho người nhận thư này; đề nghị không chuyển tiếp.',
  };
}

/** The short form with the address last and whole: the words give way, a cut address leads nowhere. */
function withLink(body: string, link: MessageLink | undefined): string {
  if (link === undefined) return body;
  const tail = ` ${link.label}: ${link.url}`;
  return `${cutAtWord(body, ZALO_TEXT - [...tail].length)}${tail}`;
}
