import { present } from '../../dsl/present.ts';
import { type ActType, type Clocks, clocksOf } from '../../dsl/rules/index.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { hasAcknowledged, nonceFor, offersOf, taskStandingOf, type Visit } from '../../office/links/index.ts';
import {
  agencyById,
  type DirectiveView,
  type Directory,
  type EvidenceRecord,
  type LifeOfLog,
  partners,
  type ReplyRecord,
  type SentText,
} from '../../register/index.ts';
import { nameList } from '../../texts/format.ts';
import { manyLines } from '../../texts/messages/index.ts';
import { inSentence, withoutLayout } from '../../texts/messages/notice-words.ts';
import { leadWords, noticeWords } from '../../texts/messages/words.ts';
import { OFFICE_NAME } from '../../texts/names.ts';
import {
  type AskFacts,
  askWords,
  badgeWords,
  dueLine,
  explanationLine,
  extensionLine,
  FORMS,
  type FormWords,
  itemName,
  PAGE,
  readerLine,
  statusLine,
} from '../../texts/pages/index.ts';
import { EMPTY_FORM, type SentForm } from '../http/form.ts';
import type { ConsoleContext } from '../options.ts';
import { proofFor } from '../proof.ts';
import { historyOf, resultInHand } from './history.ts';
import type { Announcement, DirectivePage, FormModel } from './page.ts';
import { repliesOf } from './replies.ts';
import { sentOf } from './sent.ts';

/** Everything a directive's page is made from. */
export interface PageFacts {
  readonly visit: Visit;
  readonly view: DirectiveView;
  /** The same as the rules see it. */
  readonly life: LifeOfLog;
  readonly directory: Directory;
  readonly evidence: readonly EvidenceRecord[];
  /** The words messages left with, by ledger row. */
  readonly texts: ReadonlyMap<string, SentText>;
  /** Answers that came by mail and that nobody has looked at yet. */
  readonly replies: readonly ReplyRecord[];
  /** Address of this page. */
  readonly here: string;
  readonly back?: string;
}

/** A form that was sent and comes back, with what is wrong. */
export interface Failure {
  readonly act: ActType;
  readonly typed: SentForm;
  readonly fault: string;
  /** Kept where sending it again must be the same act. */
  readonly nonce?: string;
}

/** All that a directive's page shows, in words, with the forms open to its reader; the view only lays it out. */
export function directivePage(
  context: ConsoleContext,
  facts: PageFacts,
  happened: { readonly announcement?: Announcement; readonly failure?: Failure } = {},
): DirectivePage {
  const { visit, view, life } = facts;
  const { directive, notice } = view;
  const now = context.now();
  const standing = taskStandingOf(directive, now, context.calendar);
  const named = namedOf(facts);
  const heading = itemName(directive.localId, notice.number);
  const basis = noticeWords(named);
  const result = resultInHand(facts);
  const offers = offersOf(visit.link, life, now);
  const proof = proofFor(context, facts, offers);
  const clocks = clocksOf(life.policy, life.directive, life.state, now);
  const asked = clocks.extension;
  const extension = asked && { ...asked, reason: reasonAsked(view) };
  const explanation = clocks.explanation && explanationIn(view, clocks.explanation);
  return {
    title: heading,
    officeName: officeNameOf(facts.directory),
    reader: readerLine(visit.person.name, visit.agency.name, visit.link.expiresAt),
    ...present({ announcement: happened.announcement }),
    badge: { colour: standing.colour, words: badgeWords({ ...directive, ...standing }) },
    heading,
    ask: askWords({
      party: visit.link.party,
      status: directive.status,
      due: directive.due,
      lead: leadWords(named),
      acknowledged: hasAcknowledged(visit.link, life),
      late: standing.colour === 'overdue',
      offers,
      ...present({ extension, explanation, dueTime: directive.dueTime }),
      ...returnedOf(view),
    }),
    quote: withoutLayout(manyLines(directive.text)),
    rows: [
      { label: PAGE.basis, value: basis },
      {
        label: PAGE.due,
        value: dueLine(directive.due, directive.dueTime, directive.originalDue, directive.deadline?.phrase),
      },
      {
        label: PAGE.status,
        value: statusLine(directive.status, directive.acknowledgedAt, directive.submittedAt, directive.closedAt),
      },
      ...(extension === undefined
        ? []
        : [{ label: PAGE.extension, value: extensionLine(extension.due, extension.reason, extension.offered) }]),
      ...(explanation === undefined || visit.link.party === 'cooperating'
        ? []
        : [{ label: PAGE.explanation, value: explanationLine(explanation) }]),
      { label: PAGE.lead, value: nameList(named.leadNames) || PAGE.nobody },
      ...(named.cooperatingNames.length === 0
        ? []
        : [{ label: PAGE.cooperating, value: nameList(named.cooperatingNames) }]),
      ...(named.supervisorNames.length === 0
        ? []
        : [{ label: PAGE.supervisor, value: nameList(named.supervisorNames) }]),
    ],
    ...present({ result }),
    ...present({ proof: proof?.words }),
    forms: failedFirst(offers, happened.failure)
      .filter((act) => !proof?.acts.has(act))
      .flatMap((act) => formOf(context, facts, act, FORMS[act], happened.failure)),
    replies: repliesOf(facts),
    history: historyOf(facts),
    sent: sentOf(facts),
    ...present({ back: facts.back }),
  };
}

/** Did the last result handed in come back, and nothing has been handed in since? */
function returnedOf({ events }: DirectiveView): Pick<AskFacts, 'returned'> {
  const last = events.findLast(({ act }) => RESULT_ACTS.has(act?.act.type ?? ''));
  const act = last?.act?.act;
  return last && act?.type === 'return' ? { returned: { on: dayOf(last.at), reason: act.reason } } : {};
}

const RESULT_ACTS: ReadonlySet<string> = new Set(['submit-result', 'withdraw-result', 'return', 'approve']);

/** Why more time was asked for, in the words of who asked last. */
function reasonAsked({ events }: DirectiveView): string {
  const asked = events.findLast(({ act }) => act?.act.type === 'ask-extension')?.act?.act;
  return asked?.type === 'ask-extension' ? asked.reason : '';
}

/** The open request, what it asks, and the answer where there is one. */
function explanationIn(
  { events }: DirectiveView,
  { due, late, answeredAt }: NonNullable<Clocks['explanation']>,
): NonNullable<AskFacts['explanation']> {
  const last = (type: 'ask-explanation' | 'explain') => {
    const act = events.findLast((event) => event.act?.act.type === type)?.act?.act;
    return act?.type === type ? act.text : '';
  };
  return {
    ...{ due, late, asked: last('ask-explanation') },
    ...present({ answered: answeredAt === undefined ? undefined : last('explain') }),
  };
}

/** The name of the office that follows the directives, as the directory has it. */
export function officeNameOf({ agencies, offices }: Directory): string {
  return agencies.find((agency) => agency.id === offices.secretariat)?.name ?? OFFICE_NAME;
}

/** What was just sent and not taken stands where it is seen at once. */
function failedFirst(offers: readonly ActType[], failure: Failure | undefined): readonly ActType[] {
  const failed = offers.filter((act) => act === failure?.act);
  return [...failed, ...offers.filter((act) => act !== failure?.act)];
}

function formOf(
  context: ConsoleContext,
  { visit, view, here }: PageFacts,
  act: ActType,
  words: FormWords | undefined,
  failure: Failure | undefined,
): FormModel[] {
  if (!words) return [];
  const of = { linkId: visit.link.id, directiveId: view.directive.id, act };
  const failed = failure?.act === act ? failure : undefined;
  return [
    {
      act,
      words,
      action: `${here}/${act}`,
      nonce: failed?.nonce ?? nonceFor(context.ring, of, context.now()),
      typed: failed?.typed ?? EMPTY_FORM,
      ...present({ fault: failed?.fault }),
    },
  ];
}

/** The directive as the words of messages want it. */
export function namedOf({ view: { directive, notice }, directory }: Pick<PageFacts, 'view' | 'directory'>) {
  return {
    id: directive.id,
    localId: directive.localId,
    text: directive.text,
    noticeNumber: notice.number,
    ...present({ noticeIssued: notice.issued ?? undefined }),
    issuer: inSentence(notice.issuer ?? agencyById(directory, directory.offices.issuer ?? '')?.name ?? ''),
    leadNames: directive.lead.map((p) => p.name),
    cooperatingNames: partners(directive).map((p) => p.name),
    supervisorNames: directive.supervisor.map((p) => p.name),
  };
}
