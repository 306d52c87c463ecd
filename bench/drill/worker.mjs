/*
 * A worker and a post office in a process of their own, to be killed. Argument: JSON of what `startWorker` gives it.
 * Prints "ready", then nothing.
 */
import { EmailSender, smtpServerOf } from '../../dist/delivery/email/index.js';
import { PostOffice } from '../../dist/delivery/outbox/index.js';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } from '../../dist/delivery/zalo/index.js';
import { civilServants } from '../../dist/dsl/time/civil-servants.js';
import { openRegisterIn, sqliteStorage } from '../../dist/register/index.js';
import { composeMessage } from '../../dist/texts/messages/index.js';
import { startDirectiveWorker } from '../../dist/worker/directive-worker.js';

const given = JSON.parse(process.argv[2]);
let ahead = 0;
process.on('message', (ms) => {
  ahead = ms;
});
const now = () => given.nowAt + ahead + (Date.now() - given.clockAt);
const { file, maxPages } = given;
const register = await openRegisterIn(
  sqliteStorage({ file, synchronous: 'normal', ...(maxPages === undefined ? {} : { maxPages }) }),
  { compose: composeMessage, mailDomain: 'drill.invalid', calendar: civilServants },
);
const postOffice = new PostOffice({
  ledger: register.ledger,
  senders: [
    new EmailSender({
      ...smtpServerOf(given.mailUrl),
      ...{ fromName: 'Văn phòng', fromAddress: 'don-doc@drill.invalid' },
      timeouts: { connectMs: 1_000, greetingMs: 1_000, silenceMs: 2_000, messageMs: 4_000 },
    }),
    new ZaloSender({
      ...{ ...given.zalo.app, tokens: new FileTokenStore(given.zalo.tokens), timeoutMs: 2_000, now },
      templates: { default: { id: given.zalo.template, parameters: DEFAULT_PARAMETERS } },
      urls: { business: given.zalo.url, openApi: given.zalo.url, oauth: given.zalo.url },
    }),
  ],
  // The same after each death: what the one before had under way is settled as unknown at once.
  owner: 'drill',
  now,
  log: () => {},
});
await startDirectiveWorker({
  ...{ connection: { address: given.address }, namespace: given.namespace, taskQueue: given.taskQueue, register },
  onPlanned: () => postOffice.poke(),
});
process.stdout.write('ready\n');
// Looks again each second: what is put off must not wait for minutes of real time once the drill's clock is ahead.
setInterval(() => postOffice.poke(), 1_000);
await postOffice.run(new AbortController().signal);
