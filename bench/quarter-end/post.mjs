import { join } from 'node:path';
import { built } from '../support/load.mjs';
import { DOMAIN } from './work.mjs';

const [email, postOffice, zaloParts, mailServer, zaloServer] = await Promise.all([
  built('delivery/email/index.js'),
  built('delivery/outbox/index.js'),
  built('delivery/zalo/index.js'),
  built('rehearsal/stand-ins/mail-server.js'),
  built('rehearsal/stand-ins/zalo-server.js'),
]);

const TEMPLATE = '100001';
const NO_LIMIT = 1_000_000;
const LONG_MS = 9 * 86_400_000;

/** The real post office between the register and a mail server and a Zalo account on loopback; says what arrived, when. */
export async function openPost(folder, register, clock) {
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
    ...{ templates: { [TEMPLATE]: types }, dailyQuota: NO_LIMIT, callsAMinute: NO_LIMIT, now: clock.now },
  });
  const tokens = new FileTokenStore(join(folder, 'tokens.json'));
  const far = clock.now() + LONG_MS;
  await tokens.save({ ...zalo.grant.current, accessExpiresAt: far, refreshExpiresAt: far });
  const office = new postOffice.PostOffice({
    ledger: register.ledger,
    senders: [
      new email.EmailSender({
        ...{ ...email.smtpServerOf(mail.url), fromName: 'Văn phòng', fromAddress: `don-doc@${DOMAIN}` },
      }),
      new ZaloSender({
        ...{ appId: zalo.appId, secretKey: zalo.secretKey, tokens, now: clock.now },
        templates: { default: { id: TEMPLATE, parameters: DEFAULT_PARAMETERS } },
        urls: { business: zalo.url, openApi: zalo.url, oauth: zalo.url },
      }),
    ],
    ...{ owner: 'quarter-end', now: clock.now, clock: clock.now, log: () => {} },
    stillWanted: async ({ id }) => (await register.ledger.overtaken(id)) ?? true,
  });
  return {
    deliver: () => office.deliverDue(),
    /** Every message that arrived: domain time, channel, address, the id it bore, and of a mail its words. */
    arrived: () => [
      ...arrived,
      ...zalo.messages.map((m) => ({ at: m.at, channel: 'zalo', to: m.to, key: m.trackingId ?? '' })),
    ],
    async close() {
      await office.close();
      await Promise.all([mail.stop(), zalo.stop()]);
    },
  };
}
