import { addDays } from '../../dsl/time/day.ts';
import { type DeadlineEvent, oneLine } from '../../texts/messages/index.ts';

export interface CalendarParties {
  /** Message-ID of the thread's root: stable for a directive and a person, so the event's UID is made of it. */
  readonly thread: string;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: { readonly name: string; readonly address: string };
}

export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
  readonly filename: string;
}

/**
 * A deadline as iCalendar (RFC 5545, 5546): a whole day that blocks nobody's time and rings no bell, asks for no reply,
 * and replaces the one sent before by its UID and rising SEQUENCE. The same event gives the same bytes.
 */
export async function renderCalendar(event: DeadlineEvent, parties: CalendarParties): Promise<CalendarPart> {
  // Loaded with the first event: most messages carry none.
  const {
    ICalAttendeeStatus,
    ICalCalendarMethod,
    ICalEventBusyStatus,
    ICalEventStatus,
    ICalEventTransparency,
    default: ical,
  } = await import('ical-generator');
  const cancelled = event.method === 'cancel';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const { organizer, attendee } = parties;
  const calendar = ical({ prodId: { company: 'Don Doc', product: 'dondoc', language: 'VI' }, method });
  calendar.createEvent({
    id: uidOf(parties.thread),
    sequence: event.sequence,
    stamp: new Date(event.at),
    start: event.day,
    end: addDays(event.day, 1),
    allDay: true,
    summary: cancelled ? `Đã kết thúc: ${event.summary}` : event.summary,
    description: event.description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    // A calendar's party must have a name; an office that gave none is known by its address.
    organizer: { name: paramText(organizer.name || organizer.address), email: organizer.address },
    attendees: [
      {
        name: paramText(attendee.name || attendee.address),
        email: attendee.address,
        rsvp: false,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return { method: cancelled ? 'CANCEL' : 'REQUEST', content: calendar.toString(), filename: 'han-thuc-hien.ics' };
}

function uidOf(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}

/** A parameter's value knows no escapes: it can hold neither quotes nor line ends (RFC 5545, section 3.2). */
function paramText(text: string): string {
  return oneLine(text).replace(/["\\]/g, '’');
}
