/** The auditor: what should have happened by now against what the register and Temporal hold. */
export { type Audited, type AuditOptions, auditRegister } from './audit.ts';
export { AUDIT_EVERY_MS, HEARTBEAT_STALE_MS, STEP_GRACE_MS } from './graces.ts';
export { RunWatch } from './run-watch.ts';
export { type Runs, runsOf } from './runs.ts';
export { startAuditor } from './start-auditor.ts';
