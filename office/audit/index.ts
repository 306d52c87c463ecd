/** The auditor: what should have happened by now against what the register and the engine hold. */
export { type Audited, type AuditOptions, audit } from './audit.ts';
export { HEARTBEAT_STALE_MS } from './graces.ts';
export { type AuditorOptions, auditor, startAuditor } from './run-audit.ts';
export { type Runs, runsOf } from './runs.ts';
