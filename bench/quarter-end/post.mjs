import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { built } from '../support/load.mjs';
import { DOMAIN } from './work.mjs';

const [email, virtualPost, zaloParts, mailServer, zaloServer] = await Promise.all([
  built('delivery/email/index.js'),
  built('rehearsal/virtual-post.js'),
  built('delivery/zalo/index.js'),
  built('rehearsal/stand-ins/mail-server.js'),
  built('rehearsal/stand-ins/zalo-server.js'),
]);

const TEMPLATE = '100001';
const NO_LIMIT = 1_000_000;
const LONG_MS = 9 * 86_400_000;

/** The real activities between the register and a mail server and a Zalo account on loopback; says what arrived, when. */
export async function openPost(folder, register, clock, temporal) {
  const arrived = [];
  const mail = await mailServer.startMailServer({
    onMail: ({ to, headers, text }) => {
      const key = headers.get('message-id')?.[0] ?? '';
      arrived.push({ at: clock.now(), channel: 'email', to: to.join(), key, text });
    },
  });
  const { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } = zaloParts;
  const types = Object.fromEntries(Object.entries(DEFAULT_PARAMETERS).map(([name, p]) => [name, p.type]));
  const zalo = await zaloServer.startZaloServer({
    templates: { [TEMPLATE]: types },
    dailyQuota: NO_LIMIT,
    callsAMinute: NO_LIMIT,
    now: clock.now,
  });
  const tokens = new FileTokenStore(join(folder, 'tokens.json'));
  const far = clock.now() + LONG_MS;
  await tokens.save({ ...zalo.grant.current, accessExpiresAt: far, refreshExpiresAt: far });
  const { connection, client, ...server } = temporal;
  const post = await virtualPost.VirtualPost.open({
    ...server,
    connection,
    client,
    ledger: register.ledger,
    name: `quarter-end-${randomUUID()}`,
    clock,
    senders: [
      new email.EmailSender({
        ...email.smtpServerOf(mail.url),
        fromName: 'Văn phòng',
        fromAddress: `don-doc@${DOMAIN}`,
      }),
      new ZaloSender({
        appId: zalo.appId,
        secretKey: zalo.secretKey,
        tokens,
        now: clock.now,
        templates: { default: { id: TEMPLATE, parameters: DEFAULT_PARAMETERS } },
        urls: { business: zalo.url, openApi: zalo.url, oauth: zalo.url },
      }),
    ],
  });
  return {
    deliver: () => post.deliver(clock.now()),
    /** Every message that arrived: domain time, channel, address, the id it bore, and of a mail its words. */
    arrived: () => [
      ...arrived,
      ...zalo.messages.map((m) => ({ at: m.at, channel: 'zalo', to: m.to, key: m.trackingId ?? '' })),
    ],
    async close() {
      await post.close();
      await Promise.all([mail.stop(), zalo.stop()]);
    },
  };
}
