import type { PostOfficeEvent } from '../delivery/outbox/index.ts';
import { present } from '../dsl/present.ts';
import type { AuditRecorded } from '../register/index.ts';
import type { ServiceOptions } from '../service/service.ts';
import type { LogSubject, ServiceLog } from '../service/service-log.ts';
import { ACT_NAMES } from '../texts/acts.ts';
import { AUDIT_LINES, incidentLine } from '../texts/audit.ts';
import { RESTORE_LINES } from '../texts/backup.ts';
import { TROUBLES } from '../texts/service.ts';
import { printLine, printNote } from './output.ts';
import { outcomeLine, troubleLine } from './post-line.ts';
import { takenLine } from './taken-line.ts';

/** To whoever watches, and into the log, with what it is about. */
export interface Say {
  line(text: string, about?: LogSubject): void;
  note(text: string, about?: LogSubject): void;
  /** For the log alone. */
  log(text: string, about: LogSubject): void;
}

export function sayIn(log: ServiceLog): Say {
  return {
    line(text, about) {
      printLine(text);
      log.info(text, about);
    },
    note(text, about) {
      printNote(text);
      log.warn(text, about);
    },
    log: (text, about) => log.info(text, about),
  };
}

type Heard = Extract<keyof ServiceOptions, `on${string}`>;

/** All that a service tells of while it runs, said. */
export function tellers(say: Say): Pick<ServiceOptions, Exclude<Heard, 'onZaloStanding'>> {
  return {
    onPost: (event) => tell(say, event),
    onRelayTrouble: (error) => say.note(TROUBLES.relay(messageOf(error))),
    // Without the address asked for: that is a key.
    onTrouble: (error) => say.note(TROUBLES.pages(messageOf(error))),
    onZaloTrouble: (error) => say.note(TROUBLES.zalo(messageOf(error))),
    onActed: ({ directiveId: directive, actId: act, type }) =>
      say.log(`${directive}  ${ACT_NAMES[type]}`, { directive, act }),
    onMail: (mail) => say.line(takenLine(mail)),
    onMailTrouble: (error) => say.note(TROUBLES.mail(messageOf(error))),
    onAudited: (recorded) => tellAudit(say, recorded),
    onRestarted: (ids) => say.note(AUDIT_LINES.restarted(ids), { directives: ids }),
    onTakenBack: ({ count, unknown }) => {
      if (count > 0) say.note(RESTORE_LINES.tookBack(count));
      if (unknown.length > 0) say.note(RESTORE_LINES.unknownRuns(unknown));
    },
    onWatchTrouble: (error) => say.note(AUDIT_LINES.blind(messageOf(error))),
  };
}

/** An alarm for each new incident; a flood of them is named by its number. */
function tellAudit(say: Say, { opened, resolved }: AuditRecorded): void {
  for (const incident of opened.slice(0, MOST_ALARMS)) {
    const about = { directive: incident.directiveId, incident: incident.kind };
    say.note(`CẢNH BÁO đối soát: ${incidentLine(incident)}`, about);
  }
  if (opened.length > MOST_ALARMS) say.note(AUDIT_LINES.more(opened.length - MOST_ALARMS));
  if (resolved.length > 0) say.note(AUDIT_LINES.resolved(resolved.length));
}

const MOST_ALARMS = 10;

function tell(say: Say, event: PostOfficeEvent): void {
  const about = subjectOf(event);
  if (event.type === 'outcome') say.line(outcomeLine(event), about);
  else say.note(troubleLine(event), about);
}

function subjectOf(event: PostOfficeEvent): LogSubject {
  switch (event.type) {
    case 'outcome':
      return { ...rowSubject(event.row), outcome: event.outcome.kind };
    case 'alarm':
    case 'row-lost':
      return rowSubject(event.row);
    case 'channel':
      return { channel: event.channel };
    case 'abandoned':
    case 'ledger-error':
      return {};
  }
}

function rowSubject({ id, directiveId, channel }: Extract<PostOfficeEvent, { type: 'alarm' }>['row']): LogSubject {
  return { directive: directiveId, message: id, ...present({ channel: channel ?? undefined }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
