import { createHash } from 'node:crypto';
import { DAY_MS } from '../../dsl/time/day.ts';
import { type EvidenceStore, isTakenKind } from '../../office/links/index.ts';
import type { Evidence, LedgerRow, Register, ReplyFile } from '../../register/index.ts';
import { evidenceReason, REPORTED_BY } from '../../texts/intake.ts';
import {
  glimpse,
  type Inbound,
  type MailReply,
  type MailReport,
  type RecipientStatus,
  readApart,
} from './read/index.ts';
import type { ReturnPaths } from './return-paths.ts';

export interface IntakeOffice {
  readonly register: Register;
  readonly evidence: EvidenceStore;
  /** Unset, messages have no return path of their own. */
  readonly returnPaths?: ReturnPaths;
  /** Default: in a process of its own, within limits. */
  readonly read?: (raw: Uint8Array) => Promise<Inbound>;
  /** Default `Date.now`. */
  readonly clock?: () => number;
}

/** What a mail came to. All but `settled` and a new `reply` changed nothing. */
export type MailTaken =
  | { readonly kind: 'settled'; readonly row: LedgerRow }
  /** A report that says no more than the ledger knows, or that nothing is decided yet. */
  | { readonly kind: 'nothing-new'; readonly row: LedgerRow; readonly action: RecipientStatus['action'] }
  | {
      readonly kind: 'reply';
      readonly row: LedgerRow;
      readonly id: string;
      /** It had been taken before. */
      readonly repeated: boolean;
      readonly files: readonly ReplyFile[];
      /** Names of files of kinds that are not taken. */
      readonly left: readonly string[];
    }
  /** Answers no message of the ledger. */
  | { readonly kind: 'foreign' }
  /** About a message of the ledger, but of or about another address than the one it went to. */
  | { readonly kind: 'stranger'; readonly row: LedgerRow; readonly address: string }
  | { readonly kind: 'empty'; readonly row: LedgerRow }
  /** So many answers to one message have come within a day that this one waits for somebody to look at it apart. */
  | { readonly kind: 'too-many'; readonly row: LedgerRow }
  /** A server sent it back to this message's own return path, and nobody but a person can tell what it says. */
  | { readonly kind: 'unclear'; readonly row: LedgerRow }
  | { readonly kind: 'automatic' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Takes one mail that came in: a server's report is folded into the ledger, an answer of an addressee waits for a
 * person. Whatever it says, nobody's directive moves by it. The same mail again changes nothing.
 */
export async function takeMail(office: IntakeOffice, raw: Uint8Array): Promise<MailTaken> {
  const seen = await glimpse(raw);
  if (seen.kind === 'automatic' || seen.kind === 'unreadable') return seen;
  if (seen.kind === 'mail' && (await answeredRow(office.register, seen)) === undefined) return { kind: 'foreign' };
  const { read = readApart } = office;
  const mail = await read(raw);
  if (mail.kind === 'automatic' || mail.kind === 'unreadable') return mail;
  const own = mail.kind === 'report' ? await rowOfPath(office, mail) : undefined;
  const row = own ?? (await answeredRow(office.register, mail));
  if (row === undefined) return { kind: 'foreign' };
  if (mail.kind === 'reply') return takeReply(office, row, mail, raw);
  const status = own === undefined ? statusOn(row, mail) : (statusOn(row, mail) ?? onlyStatus(mail));
  if (status !== undefined) return settle(office, row, status, own !== undefined);
  return own === undefined
    ? { kind: 'stranger', row, address: mail.statuses[0]?.recipients[0] ?? '' }
    : { kind: 'unclear', row };
}

async function answeredRow({ ledger }: Register, { about }: { readonly about: readonly string[] }) {
  const rows = about.length === 0 ? [] : await ledger.bearing(about);
  return about.map((id) => rows.find((row) => row.messageId === id)).find((row) => row !== undefined);
}

/** The message on whose own return path a report came: one address it went to, and no header is needed to find it. */
async function rowOfPath({ register, returnPaths }: IntakeOffice, { to }: MailReport): Promise<LedgerRow | undefined> {
  const id = returnPaths?.idIn(to);
  const rows = id === undefined ? [] : await register.ledger.find({ id });
  return rows.find(({ channel }) => channel === 'email');
}

/** Found by its headers, only a report on the address the message went to counts: headers travel further than the mail. */
function statusOn({ address }: LedgerRow, { statuses }: MailReport): RecipientStatus | undefined {
  return statuses.find(({ recipients }) => recipients.includes(address?.toLowerCase() ?? ''));
}

/** Servers rename whom they deliver to; where one address is told of, it is ours under another name. */
function onlyStatus({ statuses }: MailReport): RecipientStatus | undefined {
  const [status, ...others] = statuses;
  return others.every(({ action }) => action === status?.action) ? status : undefined;
}

/**
 * All rows of a digest share its fate. What came back by the message's own signed path is proved; what only names the
 * message counts for less: that it arrived is believed of it nowhere where messages have such paths, and is marked as
 * unproved elsewhere.
 */
async function settle(
  { register: { ledger }, returnPaths }: IntakeOffice,
  row: LedgerRow,
  status: RecipientStatus,
  proved: boolean,
): Promise<MailTaken> {
  const counts = proved || returnPaths === undefined;
  const outcome = outcomeOf(status, row, counts);
  const vouched = proved || (counts && outcome !== 'delivered');
  const evidence = outcome && { outcome, reason: evidenceReason(status, vouched), by: REPORTED_BY };
  const { changed } =
    evidence === undefined ? { changed: [] } : await ledger.learn({ id: row.shipment ?? row.id }, evidence);
  const [settled] = changed;
  return settled === undefined
    ? { kind: 'nothing-new', row, action: status.action }
    : { kind: 'settled', row: settled };
}

/** Word of a delay or of a relay says at least that the message left: a doubt is settled by it, nothing else. */
function outcomeOf({ action }: RecipientStatus, row: LedgerRow, counts: boolean): Evidence['outcome'] | undefined {
  if (action === 'failed') return 'bounced';
  if (action === 'delivered' && counts) return 'delivered';
  return row.outcome === 'unknown' ? 'accepted' : undefined;
}

async function takeReply(
  office: IntakeOffice,
  answered: LedgerRow,
  reply: MailReply,
  raw: Uint8Array,
): Promise<MailTaken> {
  const row = isFrom(reply, answered) ? answered : await rowOfAddressee(office.register, answered, reply);
  if (row === undefined) return { kind: 'stranger', row: answered, address: reply.from };
  const taken = reply.files.filter(({ name, bytes }) => isTakenKind(name, bytes));
  const left = reply.files.filter((file) => !taken.includes(file)).map(({ name }) => name);
  if (reply.text === '' && taken.length === 0) return { kind: 'empty', row };
  const id = idOf(reply, raw);
  if (await isFlooded(office, row, id)) return { kind: 'too-many', row };
  const files: ReplyFile[] = [];
  for (const { name, bytes } of taken) {
    files.push({ sha256: await office.evidence.keep(bytes), name, size: bytes.length });
  }
  const fresh = await office.register.replies.add({
    id,
    directiveId: row.directiveId,
    messageRow: row.id,
    fromAddress: reply.from,
    subject: reply.subject,
    text: reply.text,
    files,
  });
  return { kind: 'reply', row, id, repeated: !fresh, files, left };
}

/** Whoever can write a From can write a thousand of them: no message keeps a person busy with more answers than people give. */
const MOST_REPLIES_A_DAY = 20;

async function isFlooded({ register, clock = Date.now }: IntakeOffice, row: LedgerRow, id: string): Promise<boolean> {
  const since = clock() - DAY_MS;
  const replies = await register.replies.list({ directiveId: row.directiveId });
  if (replies.some((reply) => reply.id === id)) return false;
  const recent = replies.filter((reply) => reply.messageRow === row.id && reply.recordedAt > since);
  return recent.length >= MOST_REPLIES_A_DAY;
}

/** A colleague answers a mail passed on to him: he too must have been told of the directive by us. */
async function rowOfAddressee(register: Register, { directiveId }: LedgerRow, reply: MailReply) {
  return (await register.directives.show(directiveId))?.messages.findLast((message) => isFrom(reply, message));
}

function isFrom({ from }: MailReply, { channel, address, outcome }: LedgerRow): boolean {
  return channel === 'email' && from !== '' && from === address?.toLowerCase() && LEFT.has(outcome);
}

const LEFT: ReadonlySet<LedgerRow['outcome']> = new Set(['sending', 'accepted', 'unknown', 'delivered', 'read']);

function idOf({ messageId, from }: MailReply, raw: Uint8Array): string {
  const hash = createHash('sha256');
  return (messageId === '' ? hash.update(raw) : hash.update(`${messageId}\n${from}`)).digest('hex').slice(0, 16);
}
