import { join } from 'node:path';
import { UserError } from '../../dsl/user-error.ts';
import { codeOf } from '../../system/error-code.ts';
import { takeFileLock } from '../../system/file-lock.ts';
import { INTAKE_FAULTS, UNREADABLE } from '../../texts/intake.ts';
import { LARGEST_MAIL, readApart, type WaitingMail, waitingMails } from './read/index.ts';
import { type IntakeOffice, type MailTaken, takeMail } from './take-mail.ts';
import { type UnderWayMark, underWayMark } from './under-way.ts';

/** One mail of the folder and what it came to. `aside`: it waits in a folder of its own for a person. */
export interface TakenMail {
  readonly name: string;
  readonly taken: MailTaken;
  readonly aside: boolean;
}

export interface FolderOptions {
  /** Mails of one round at most. */
  readonly most?: number;
  readonly onTaken?: (mail: TakenMail) => void;
  /** Ends the round after the mail under way. */
  readonly signal?: AbortSignal;
}

/**
 * Takes what waits in a Maildir, the oldest first, while nobody else does. What no program can read is set aside and
 * stops nobody else's mail; a fault of the office's own (its register, its disk) ends the round and leaves the mail
 * where it is. Killed anywhere, the next round goes on: a mail is moved once it has been dealt with, and one dealt
 * with twice changes nothing twice.
 * @throws UserError where another process has the folder, or it is no Maildir, or the office cannot write.
 */
export async function takeFolder(
  office: IntakeOffice,
  folder: string,
  options: FolderOptions = {},
): Promise<readonly TakenMail[]> {
  const { most = Number.POSITIVE_INFINITY, onTaken, signal } = options;
  // No Maildir: said before anything is written into it.
  await waitingMails(folder);
  const lock = takeFileLock(join(folder, 'dondoc.lock'));
  if (lock === undefined) throw new UserError(INTAKE_FAULTS.busy(folder));
  try {
    const done: TakenMail[] = [];
    const mark = underWayMark(folder);
    const broke = await mark.left();
    for (const mail of await waitingMails(folder)) {
      if (done.length >= most || signal?.aborted === true) break;
      const taken = await takeOne({ ...office, mark, broke }, mail);
      if (taken === undefined) continue;
      done.push(taken);
      onTaken?.(taken);
    }
    return done;
  } finally {
    lock.release();
  }
}

interface Round extends IntakeOffice {
  readonly mark: UnderWayMark;
  /** The mail under way when the process before died. */
  readonly broke: string | undefined;
}

/** Undefined where it is gone: a mail program has moved it. */
async function takeOne(office: Round, mail: WaitingMail): Promise<TakenMail | undefined> {
  const taken = await takenOf(office, mail);
  const aside = ASIDE.has(taken.kind);
  try {
    await (aside ? mail.setAside() : mail.seen());
    if (mail.name === office.broke) await office.mark.clear();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UserError(INTAKE_FAULTS.cannotMove(mail.name, String(codeOf(error) ?? '')), { cause: error });
  }
  return { name: mail.name, taken, aside };
}

const ASIDE: ReadonlySet<MailTaken['kind']> = new Set<MailTaken['kind']>(['unreadable', 'unclear', 'too-many']);

async function takenOf(office: Round, mail: WaitingMail): Promise<MailTaken> {
  if (!mail.isFile) return { kind: 'unreadable', reason: UNREADABLE.noFile };
  if (mail.size > LARGEST_MAIL) return { kind: 'unreadable', reason: UNREADABLE.tooLarge(LARGEST_MAIL / 1024 / 1024) };
  if (mail.name === office.broke) return { kind: 'unreadable', reason: UNREADABLE.broke };
  const read = office.read ?? readApart;
  let raw: Buffer;
  try {
    raw = await mail.read();
  } catch (error) {
    return { kind: 'unreadable', reason: INTAKE_FAULTS.cannotRead(String(codeOf(error) ?? '')) };
  }
  try {
    return await takeMail({ ...office, read: (bytes) => office.mark.during(mail.name, () => read(bytes)) }, raw);
  } catch (error) {
    // What has a code, or words of ours, is the office's matter: its disk, its register.
    if (error instanceof UserError || codeOf(error) !== undefined) throw error;
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
