import type { PasswordWork } from '../../office/accounts/index.ts';
import type { DirectoryImport } from '../../office/directory/import-file.ts';
import type { PolicyChecks } from '../../office/policies/index.ts';
import type { StaffSession } from '../../register/index.ts';
import type { ConsoleContext } from '../options.ts';
import type { Background } from '../people/background.ts';
import type { IssuedNotice } from './issue.tsx';
import type { Jobs } from './jobs.ts';
import type { MigratedRow } from './policies/migrated.tsx';
import type { ReadingJobs } from './reading-jobs.ts';
import type { YearStage } from './year/stage.ts';

/** What the office's pages need besides. */
export interface StaffContext extends ConsoleContext {
  readonly jobs: Jobs<readonly IssuedNotice[]>;
  readonly readings: ReadingJobs;
  readonly directoryImport: DirectoryImport;
  /** Proofs of policies, worked out beside the pages. */
  readonly checks: PolicyChecks;
  /** Running directives on their way to another policy, by its id. */
  readonly migrations: Jobs<readonly MigratedRow[]>;
  /** Where a year is played; absent where this service has no stage. */
  readonly year?: YearStage;
  /** Mails that let somebody in, sent after the answer. */
  readonly mails: Background;
  /** The hashing of passwords, so much of it at once. */
  readonly passwords: PasswordWork;
}

/** Who asks, and where the pages begin. */
export interface StaffVisit {
  readonly session: StaffSession;
  /** `/vp`, below the path of all pages. */
  readonly top: string;
}
