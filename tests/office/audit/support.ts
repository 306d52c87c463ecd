import Libsql from 'libsql';
import { HOUR_MS, type Instant } from '../../../dsl/time/day.ts';
import { type Audited, auditRegister, runsOf } from '../../../office/audit/index.ts';
import type { Sandbox } from '../../../rehearsal/sandbox.ts';

/** An audit of a sandbox at an instant of its domain time, every workflow asked, and what it says of one directive. */
export async function auditSandbox({ register, client }: Sandbox, now: Instant): Promise<Audited> {
  // The notices of a sandbox were registered moments ago by the clock of the machine.
  const clock = Date.now() + HOUR_MS;
  return auditRegister({ register, now, clock, runs: await runsOf(client), askAtMost: Number.POSITIVE_INFINITY });
}

export function findingsOf({ findings }: Audited, directiveId: string): string[] {
  return findings.filter((f) => f.directiveId === directiveId).map((f) => f.kind);
}

/** Changes the register behind its back, as a person with a database tool does. */
export function sql({ file }: Sandbox, statement: string, ...parameters: unknown[]): void {
  const db = new Libsql(file, { timeout: 5_000 });
  try {
    db.exec('pragma foreign_keys = off');
    db.prepare(statement).run(parameters);
  } finally {
    db.close();
  }
}
