import type { Instant } from '../dsl/time/day.ts';
import { Accounts } from './accounts.ts';
import { CalendarEditions } from './calendars.ts';
import { CallList } from './calls.ts';
import type { Context } from './context.ts';
import { type CopyHead, dumpRegister, type TakeRows } from './copy/dump.ts';
import { DirectiveRegister } from './directives.ts';
import { DirectoryRegister } from './directory/store.ts';
import { Drafts } from './drafts.ts';
import { EvidenceFiles } from './evidence.ts';
import { type Figures, figuresOf } from './figures.ts';
import { Inbox } from './inbox.ts';
import { Audits } from './incidents.ts';
import { Ledger } from './ledger/ledger.ts';
import { Links } from './links.ts';
import { metaOf } from './meta.ts';
import { NoticeRegister } from './notices.ts';
import { OperatorRegister } from './operators.ts';
import { Passkeys } from './passkeys.ts';
import { PolicyVerdicts } from './policies.ts';
import { Replies } from './replies.ts';
import { Restoration } from './restoration.ts';
import { SeriesRegister } from './series-register.ts';
import { Staff } from './staff.ts';
import { StaffAccounts } from './staff-accounts.ts';
import type { WorkerAtWork } from './storage/workers.ts';

/** The system of record: what was ordered, what happened, who was told. The one way into its database. */
export class Register {
  readonly notices: NoticeRegister;
  readonly directives: DirectiveRegister;
  readonly series: SeriesRegister;
  readonly directory: DirectoryRegister;
  readonly calendars: CalendarEditions;
  readonly policies: PolicyVerdicts;
  /** The messages, for the post office. */
  readonly ledger: Ledger;
  readonly calls: CallList;
  readonly links: Links;
  readonly evidence: EvidenceFiles;
  /** Names of those who give acts in. */
  readonly operators: OperatorRegister;
  readonly replies: Replies;
  /** What channels tell of their own accord. */
  readonly inbox: Inbox;
  readonly accounts: Accounts;
  readonly audit: Audits;
  readonly staff: Staff;
  readonly accountsOfStaff: StaffAccounts;
  readonly passkeys: Passkeys;
  /** Notices on their way in. */
  readonly drafts: Drafts;
  readonly restoration: Restoration;
  private name: string | undefined;

  constructor(private readonly context: Context) {
    const { directories } = context;
    this.notices = new NoticeRegister(context);
    this.series = new SeriesRegister(context);
    this.directory = new DirectoryRegister(context, directories);
    this.calendars = new CalendarEditions(context);
    this.policies = new PolicyVerdicts(context);
    this.ledger = new Ledger(context);
    this.calls = new CallList(context);
    this.links = new Links(context, directories);
    this.directives = new DirectiveRegister(context, this.links);
    this.evidence = new EvidenceFiles(context);
    this.operators = new OperatorRegister(context);
    this.replies = new Replies(context);
    this.inbox = new Inbox(context);
    this.accounts = new Accounts(context);
    this.audit = new Audits(context);
    this.staff = new Staff(context);
    this.accountsOfStaff = new StaffAccounts(context);
    this.passkeys = new Passkeys(context);
    this.drafts = new Drafts(context);
    this.restoration = new Restoration(context);
  }

  /** Its own name, made with it and kept by its copies: eight hex digits. */
  async id(): Promise<string> {
    this.name ??= await registerId(this.context);
    return this.name;
  }

  /**
   * Said by a worker before it takes its first directive: until it leaves or dies, nothing newer than what it knows of
   * the rules is issued here, by whatever program.
   */
  joinWorkers(interpreter: number): Promise<WorkerAtWork> {
    return this.context.workers.join(interpreter);
  }

  /** What operators look at; `now` is domain time. */
  figures(now: Instant): Promise<Figures> {
    return figuresOf(this.context, now);
  }

  /** Hands out every row as of one moment, whatever is written meanwhile; see `dumpRegister`. */
  copy(take: TakeRows): Promise<CopyHead> {
    return dumpRegister(this.context, take);
  }

  async close(): Promise<void> {
    await this.context.db.destroy();
  }
}

/** The name a register was given when its schema was made. */
function registerId(context: Context): Promise<string> {
  return context.read(async (db) => {
    const id = await metaOf(db, 'register');
    if (id === undefined) throw new Error('the register has no name');
    return id;
  });
}
