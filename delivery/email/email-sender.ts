import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { present } from '../../dsl/present.ts';
import { MINUTE_MS } from '../../dsl/time/day.ts';
import { type DeadlineEvent, type MessageContent, oneLine } from '../../texts/messages/index.ts';
import { DOCX_TYPE, renderLetter } from '../letters/index.ts';
import type { OutboxRow } from '../outbox/ledger.ts';
import type { Outcome, Prepared, Sender } from '../outbox/sender.ts';
import { type CalendarPart, type CalendarParties, renderCalendar } from './calendar.ts';
import { classifySmtpError, senderRefusal } from './classify.ts';
import { renderHtml } from './html.ts';
import { DEFAULT_TIMEOUTS, type MailOptions, type MailTimeouts } from './options.ts';
import { serverOptions } from './server-options.ts';
import { renderText } from './text.ts';
import { domainOf, fallbackMessageId, isMessageId } from './thread.ts';

const CONNECTIONS = 4;
/** A letter or an event that cannot be made is a fault of ours: the message waits for its mending. */
const MEND_MS = 15 * MINUTE_MS;
/** One address and nothing else: no list, no comment, no line. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/;

type Mail = SendMailOptions & {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string[] };
};

/** Sends mail over pooled SMTP connections: one message a person, never two recipients in one. */
export class EmailSender implements Sender {
  readonly channel = 'email';
  readonly concurrency: number;
  readonly #options: MailOptions;
  readonly #timeouts: MailTimeouts;
  readonly #transport: Transporter;

  #returnPath: MailOptions['returnPath'];

  constructor(options: MailOptions) {
    this.#options = options;
    this.#returnPath = options.returnPath;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.concurrency = options.connections ?? CONNECTIONS;
    this.#transport = createTransport(
      present({
        pool: true,
        ...serverOptions(options),
        maxConnections: this.concurrency,
        // The pool only repeats what it has not begun to send: a connection the server closed while idle.
        maxRequeues: 1,
        connectionTimeout: this.#timeouts.connectMs,
        greetingTimeout: this.#timeouts.greetingMs,
        socketTimeout: this.#timeouts.silenceMs,
        dkim:
          options.dkim === undefined
            ? undefined
            : {
                domainName: options.dkim.domain,
                keySelector: options.dkim.selector,
                privateKey: options.dkim.privateKey,
              },
      }),
    );
    const bodies = this.#bodies;
    this.#transport.use('stream', (mail, callback) => {
      const { message } = mail;
      const open = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const body = open(options);
        bodies.get(mail.data.messageId ?? '')?.push(body);
        return body;
      };
      callback();
    });
    // An idle connection that breaks must not end the process; the next message opens another.
    this.#transport.on('error', () => {});
  }

  /** Messages under way, by Message-ID: the streams their bytes are read from, one for each connection tried. */
  readonly #bodies = new Map<string, Readable[]>();

  async prepare({ content }: OutboxRow): Promise<Prepared> {
    return { text: content && { subject: oneLine(content.subject), text: renderText(content) } };
  }

  async send(row: OutboxRow): Promise<Outcome> {
    const { address, content } = row;
    if (content === null) return { kind: 'refused', reason: 'thư không có nội dung', alarm: true };
    if (address === null || !ADDRESS.test(address)) {
      return { kind: 'refused', reason: `địa chỉ thư không hợp lệ: ${oneLine(address ?? '(trống)')}` };
    }
    let mail: Mail;
    try {
      mail = await this.#compose(row, address, content);
    } catch (error) {
      const reason = oneLine(error instanceof Error ? error.message : String(error));
      return { kind: 'later', reason: `không soạn được thư: ${reason}`, retryAfterMs: MEND_MS, alarm: true };
    }
    return this.#transmit(mail);
  }

  async #transmit(mail: Mail): Promise<Outcome> {
    const bodies: Readable[] = [];
    this.#bodies.set(mail.messageId, bodies);
    try {
      const info = await this.#transport.sendMail({ ...mail, signal: AbortSignal.timeout(this.#timeouts.messageMs) });
      return { kind: 'accepted', providerId: oneLine(String(info.response ?? '')).slice(0, 200) };
    } catch (error) {
      const bodyStarted = bodies.some((b) => b.readableDidRead);
      const { fromAddress, onReturnPathRefused } = this.#options;
      const refused = bodyStarted || mail.envelope.from === fromAddress ? undefined : senderRefusal(error);
      if (refused === undefined) return classifySmtpError(error, { bodyStarted });
      // Nothing has left: the same mail under the office's own address, as from now on all others.
      if (this.#returnPath !== undefined) onReturnPathRefused?.(refused);
      this.#returnPath = undefined;
      return this.#transmit({ ...mail, envelope: { ...mail.envelope, from: fromAddress } });
    } finally {
      this.#bodies.delete(mail.messageId);
    }
  }

  async #compose(row: OutboxRow, address: string, content: MessageContent): Promise<Mail> {
    const { fromName, fromAddress, replyTo, receipts } = this.#options;
    const messageId = isMessageId(row.messageId) ? row.messageId : fallbackMessageId(row.id, domainOf(fromAddress));
    const { deadline, letter, letters = letter ? [letter] : [] } = content;
    const parties = {
      thread: isMessageId(row.threadRoot) ? row.threadRoot : messageId,
      organizer: { name: fromName, address: fromAddress },
      attendee: { name: row.personName ?? '', address },
    };
    const icalEvent = deadline && (await this.#calendarOf(deadline, parties));
    const attachments = await Promise.all(
      letters.map(async (one) => {
        return { filename: oneLine(one.fileName), content: await renderLetter(one), contentType: DOCX_TYPE };
      }),
    );
    const thread = isMessageId(row.threadRoot) ? row.threadRoot : undefined;
    return {
      messageId,
      from: { name: oneLine(fromName), address: fromAddress },
      to: { name: oneLine(row.personName ?? ''), address },
      envelope: { from: this.#returnPath?.(row.id) ?? fromAddress, to: [address] },
      // Reports name the row and return the headers alone: the body holds the reader's own link.
      dsn: {
        id: row.id,
        return: 'headers' as const,
        notify: receipts === true ? ['success', 'failure', 'delay'] : ['failure', 'delay'],
        recipient: `rfc822;${address}`,
      },
      subject: oneLine(content.subject),
      headers: { 'Auto-Submitted': 'auto-generated' },
      text: renderText(content),
      html: renderHtml(content),
      textEncoding: 'quoted-printable' as const,
      ...present({
        replyTo,
        inReplyTo: thread,
        references: thread,
        icalEvent,
        attachments: attachments.length === 0 ? undefined : attachments,
      }),
    };
  }

  /** The deadline stands in the mail's words too: an entry that cannot be made never keeps the mail back. */
  async #calendarOf(deadline: DeadlineEvent, parties: CalendarParties): Promise<CalendarPart | undefined> {
    try {
      return await renderCalendar(deadline, parties);
    } catch (error) {
      this.#options.onFault?.(
        `không lập được mục lịch: ${oneLine(error instanceof Error ? error.message : String(error))}`,
      );
      return undefined;
    }
  }

  async close(): Promise<void> {
    this.#transport.close();
  }
}
