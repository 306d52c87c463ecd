import type { SMTPServerEnvelope } from 'smtp-server';

/** A message as the stand-in took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** What the sender asked to be reported, and under which id (RFC 3461); empty where nothing. */
  readonly reports: { readonly id: string; readonly returned: string; readonly notify: readonly string[] };
  readonly raw: Buffer;
  /** By lower-case name; decoded, in the order they stand. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Reads the envelope, the headers and the text parts. Only what tests and the demo need of mail that nodemailer
 * writes: encoded words in UTF-8, one level of multipart, quoted-printable or base64.
 */
export function readMail(raw: Buffer, envelope: SMTPServerEnvelope): ReceivedMail {
  const { headers, body } = splitPart(raw.toString('latin1'));
  const parts = partsOf(headers, body);
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map((r) => r.address),
    reports: {
      id: envelope.dsn?.envid ?? '',
      returned: envelope.dsn?.ret ?? '',
      notify: [envelope.rcptTo[0]?.dsn?.notify ?? []].flat(),
    },
    raw,
    headers,
    subject: headers.get('subject')?.[0] ?? '',
    text: parts.find((p) => p.type === 'text/plain')?.content ?? '',
    html: parts.find((p) => p.type === 'text/html')?.content ?? '',
  };
}

type Headers = Map<string, string[]>;

function splitPart(text: string): { headers: Headers; body: string } {
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers: Headers = new Map();
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), decodeWords(line.slice(colon + 1).trim())]);
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 4) };
}

function partsOf(headers: Headers, body: string): { type: string; content: string }[] {
  const contentType = headers.get('content-type')?.[0] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary !== undefined) {
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => {
        const inner = splitPart(part.replace(/^\r\n/, ''));
        return partsOf(inner.headers, inner.body);
      });
  }
  const encoding = headers.get('content-transfer-encoding')?.[0]?.toLowerCase() ?? '7bit';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return [{ type, content: decodeBody(encoding, body).replace(/\r\n/g, '\n') }];
}

function decodeBody(encoding: string, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body.replace(/=[ \t]*\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_m, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const WORD = /=\?utf-8\?([qb])\?([^?]*)\?=/gi;

function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(WORD, (_m, kind: string, data: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64').toString('latin1') : latin1OfQ(data),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function latin1OfQ(data: string): string {
  return data
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_m, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
