import type { Command } from 'commander';

/** Adds one command to the program. */
type Add = (program: Command) => void;

/**
 * Each command is a file that adds itself; the order here is the order in `--help`. Loaded one by one, so that reading
 * a notice does not wait for Temporal's client to load.
 */
const LOADERS: Readonly<Record<string, () => Promise<Add>>> = {
  read: async () => (await import('./read.ts')).addRead,
  deadline: async () => (await import('./deadline.ts')).addDeadline,
  plan: async () => (await import('./plan.ts')).addPlan,
  check: async () => (await import('./check.ts')).addCheck,
  rehearse: async () => (await import('./rehearse.ts')).addRehearse,
  issue: async () => (await import('./issue.ts')).addIssue,
  list: async () => (await import('./list.ts')).addList,
  show: async () => (await import('./show.ts')).addShow,
  why: async () => (await import('./why.ts')).addWhy,
  act: async () => (await import('./act.ts')).addAct,
  split: async () => (await import('./split.ts')).addSplit,
  merge: async () => (await import('./merge.ts')).addMerge,
  intake: async () => (await import('./intake.ts')).addIntake,
  replies: async () => (await import('./replies.ts')).addReplies,
  calls: async () => (await import('./calls.ts')).addCalls,
  settle: async () => (await import('./settle.ts')).addSettle,
  links: async () => (await import('./links.ts')).addLinks,
  report: async () => (await import('./report.ts')).addReport,
  audit: async () => (await import('./audit.ts')).addAudit,
  calendar: async () => (await import('./calendar.ts')).addCalendar,
  event: async () => (await import('./event.ts')).addEvent,
  migrate: async () => (await import('./migrate.ts')).addMigrate,
  import: async () => (await import('./import.ts')).addImport,
  directory: async () => (await import('./directory.ts')).addDirectory,
  init: async () => (await import('./init.ts')).addInit,
  up: async () => (await import('./up.ts')).addUp,
  demo: async () => (await import('./demo.ts')).addDemo,
  zalo: async () => (await import('./zalo.ts')).addZalo,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
};

/** The command the arguments name; all of them where they name none (help, a slip). */
export async function addCommands(program: Command, argv: readonly string[]): Promise<void> {
  const named = LOADERS[argv[0] ?? ''];
  const loaders = named ? [named] : Object.values(LOADERS);
  for (const add of await Promise.all(loaders.map((load) => load()))) add(program);
}
