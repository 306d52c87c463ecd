import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmailSender, smtpServerOf } from '../delivery/email/index.ts';
import type { Sender } from '../delivery/outbox/index.ts';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } from '../delivery/zalo/index.ts';
import { present } from '../dsl/present.ts';
import { DAY_MS, dayOf, instantAt } from '../dsl/time/day.ts';
import { type MailServer, startMailServer } from './stand-ins/mail-server.ts';
import type { ReceivedMail } from './stand-ins/received-mail.ts';
import type { ReceivedZalo } from './stand-ins/zalo-rules.ts';
import { startZaloServer, type ZaloServer } from './stand-ins/zalo-server.ts';

export interface PostBoxOptions {
  readonly officeName?: string;
  readonly onMail?: (mail: ReceivedMail) => void;
  readonly onZalo?: (message: ReceivedZalo) => void;
}

/** The far end of a rehearsal's post: a mail server and a Zalo account on loopback, and senders that reach them. */
export interface PostBox {
  readonly senders: readonly Sender[];
  readonly mails: MailServer['mails'];
  readonly zaloMessages: ZaloServer['messages'];
  close(): Promise<void>;
}

const TEMPLATE_ID = '100001';
/** A year of messages goes by in seconds: no quota makes sense. */
const NO_QUOTA = 1_000_000;
const MORNING_MINUTE = 10 * 60;

export async function openPostBox(options: PostBoxOptions = {}): Promise<PostBox> {
  const mail = await startMailServer(options.onMail ? { onMail: options.onMail } : {});
  const zalo = await startZaloServer(
    present({
      dailyQuota: NO_QUOTA,
      callsAMinute: NO_QUOTA,
      templates: { [TEMPLATE_ID]: parameterTypes() },
      onMessage: options.onZalo,
    }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-zalo-'));
  const tokens = new FileTokenStore(join(folder, 'tokens.json'));
  await tokens.save({
    ...zalo.grant.current,
    accessExpiresAt: Date.now() + DAY_MS,
    refreshExpiresAt: Date.now() + 90 * DAY_MS,
  });
  const senders: Sender[] = [
    new EmailSender({
      ...smtpServerOf(mail.url),
      fromName: options.officeName ?? 'Văn phòng',
      fromAddress: 'don-doc@rehearsal.invalid',
    }),
    new ZaloSender({
      appId: zalo.appId,
      secretKey: zalo.secretKey,
      tokens,
      templates: { default: { id: TEMPLATE_ID, parameters: DEFAULT_PARAMETERS } },
      // Whoever rehearses at night still sees a morning's messages leave.
      now: () => instantAt(dayOf(Date.now()), MORNING_MINUTE),
      urls: { business: zalo.url, openApi: zalo.url, oauth: zalo.url },
    }),
  ];
  return {
    senders,
    mails: mail.mails,
    zaloMessages: zalo.messages,
    async close() {
      await Promise.all(senders.map((s) => s.close()));
      await Promise.all([mail.stop(), zalo.stop(), rm(folder, { recursive: true, force: true })]);
    },
  };
}

function parameterTypes() {
  return Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, { type }]) => [name, type]));
}
