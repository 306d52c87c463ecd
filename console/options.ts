import type { Client } from '@temporalio/client';
import type { Channel } from '../dsl/policy/channels.ts';
import type { Instant } from '../dsl/time/day.ts';
import type { WorkCalendar } from '../dsl/time/work-calendar.ts';
import type { ZaloDesk } from '../inbound/zalo/desk.ts';
import type { IdentityProvider } from '../office/accounts/index.ts';
import type { DraftDesk } from '../office/drafts/index.ts';
import type { DecideBy, EvidenceStore, KeyRing } from '../office/links/index.ts';
import type { Register, StaffMember } from '../register/index.ts';
import type { ChannelDesk } from './channel-desk.ts';
import type { Rates } from './http/rates.ts';
import type { SecurityEvent } from './security.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** What the pages need that is the same for every visitor. */
export interface ConsoleContext {
  readonly register: Register;
  readonly client: Client;
  readonly ring: KeyRing;
  readonly evidence: EvidenceStore;
  readonly calendar: WorkCalendar;
  /** Domain time. */
  readonly now: () => Instant;
  /** Path under which the pages are reached from outside: '' or '/dondoc'. */
  readonly basePath: string;
  /** Reached by https from outside: browsers are told to stay with it. */
  readonly https: boolean;
  /** The nearest proxy says who calls (X-Forwarded-For). */
  readonly trustProxy: boolean;
  readonly rates: Rates;
  /** Where notices are brought in. */
  readonly desk: DraftDesk;
  /** Sample data in a place of its own; absent where this service has none. */
  readonly sample?: SampleSwitch;
  /** The office's settings; absent where the pages cannot change them. */
  readonly settings?: SettingsDesk;
  /** Temporal's page of a run; absent where nobody knows where its pages are. */
  readonly runPage?: (workflowId: string) => string;
  /** The channels on Temporal; absent where the pages cannot stop them. */
  readonly channels?: ChannelDesk;
  /** Where the pages are reached from outside, without a slash at the end: what stands in mails. */
  readonly baseUrl: () => string;
  /** Sends the mail that lets somebody in; absent where no mail leaves. */
  readonly sendMail?: SendMail;
  /** What approving a result and granting more time ask for, as the settings say now. */
  readonly decideBy: () => DecideBy;
  /** The sign-in the office has for all its programs; absent where it has none. */
  readonly provider?: IdentityProvider;
  /** The policies the office wrote itself. */
  readonly policiesFolder: string;
  /** How the office evaluates: the file it fills in, there or not. */
  readonly evaluationFile: string;
  /** Channels that are set up. */
  readonly ready: ReadonlySet<Channel>;
  /** Takes what Zalo posts; absent where no account is set up. */
  readonly zalo?: Pick<ZaloDesk, 'take'>;
  /** Something somebody may ask after years later. */
  readonly onSecurity: (event: SecurityEvent) => void;
  /** Something broke. Never holds an address: those are keys. */
  readonly onTrouble: (error: unknown) => void;
}

/** Returns null where the server took it; else what went wrong. */
export type SendMail = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}) => Promise<string | null>;

/** Goes from the office's own data to sample data and back: the service ends with one and begins with the other. */
export interface SampleSwitch {
  /** Sample data is what the pages show. */
  readonly isOn: boolean;
  /** Begins to go over. Returns the address of the page that lets this person in there. */
  change(member: StaffMember): Promise<string>;
}

/** Of all files of one form together. */
export const UPLOAD_MEGABYTES = 20;
export const MOST_FILES = 5;
/** Of all files that come through one link within a day. */
export const MEGABYTES_A_DAY = 100;
/** Most letters of one text field: the text is kept in Temporal's history. */
export const TEXT_LETTERS = 4_000;
