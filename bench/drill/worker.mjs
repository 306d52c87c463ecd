/*
 * The workers of an office and its relay in a process of their own, to be killed. Argument: JSON of what `startWorker` gives it.
 * Prints "ready", then nothing.
 */

import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { EmailSender, smtpServerOf } from '../../dist/delivery/email/index.js';
import { PostOffice } from '../../dist/delivery/outbox/index.js';
import { Relay } from '../../dist/delivery/relay/index.js';
import { DEFAULT_PARAMETERS, FileTokenStore, ZaloSender } from '../../dist/delivery/zalo/index.js';
import { present } from '../../dist/dsl/present.js';
import { civilServants } from '../../dist/dsl/time/civil-servants.js';
import { takeFolder } from '../../dist/inbound/mail/index.js';
import { actSealIn } from '../../dist/office/act-seal.js';
import { EvidenceStore } from '../../dist/office/links/index.js';
import { openRegister, openRegisterIn, sqliteStorage } from '../../dist/register/index.js';
import { takeServiceSeat } from '../../dist/service/one-service.js';
import { composeMessage } from '../../dist/texts/messages/index.js';
import { startDeliveryWorkers } from '../../dist/worker/delivery-worker.js';
import { startDirectiveWorker } from '../../dist/worker/directive-worker.js';

/** Exit code of a second service on the folder. */
const REFUSED = 3;

const given = JSON.parse(process.argv[2]);
// As `dondoc up` does first of all: whoever comes second sends nothing.
await takeServiceSeat(given.folder).catch(() => process.exit(REFUSED));
let ahead = given.ahead;
process.on('message', (ms) => {
  ahead = ms;
});
const now = () => given.nowAt + ahead + (Date.now() - given.clockAt);
const { file, url, maxPages } = given;
const opened = { compose: composeMessage, mailDomain: 'drill.invalid', calendar: civilServants };
const register =
  url === undefined
    ? await openRegisterIn(sqliteStorage(present({ file, synchronous: 'normal', maxPages })), opened)
    : await openRegister({ ...opened, url });
const postOffice = new PostOffice({
  ledger: register.ledger,
  senders: [
    new EmailSender({
      ...smtpServerOf(given.mailUrl),
      fromName: 'Văn phòng',
      fromAddress: 'don-doc@drill.invalid',
      // No fault is a silence: a wait that ends only means that the machine has much to do.
      timeouts: { connectMs: 20_000, greetingMs: 20_000, silenceMs: 60_000, messageMs: 60_000 },
    }),
    new ZaloSender({
      ...given.zalo.app,
      tokens: new FileTokenStore(given.zalo.tokens),
      timeoutMs: 60_000,
      now,
      templates: { default: { id: given.zalo.template, parameters: DEFAULT_PARAMETERS } },
      urls: { business: given.zalo.url, openApi: given.zalo.url, oauth: given.zalo.url },
    }),
  ],
  owner: `drill:${given.folder}`,
  now,
  log: () => {},
});
const temporal = { connection: { address: given.address }, namespace: given.namespace };
const connection = await Connection.connect(temporal.connection);
const queueOf = (channel) => `${given.taskQueue}-${channel}`;
const relay = new Relay({
  ledger: register.ledger,
  unused: [],
  now,
  queueOf,
  onTrouble: () => {},
  client: new Client({ connection, namespace: given.namespace }),
});
const seal = actSealIn(given.keys);
const worker = await startDirectiveWorker({
  ...temporal,
  taskQueue: given.taskQueue,
  register,
  seal,
  onPlanned: () => relay.poke(),
});
// What is put off for minutes must not wait for minutes of real time once the drill's clock is ahead.
const pace = (ms) => Math.min(ms, 2_000);
const workers = await startDeliveryWorkers({ ...temporal, postOffice, now, queueOf, pace });
relay.start();
process.stdout.write('ready\n');
// Strangers' mail is read beside it all.
const office = { register, evidence: new EvidenceStore(join(given.folder, 'evidence')) };
const takeMails = () =>
  takeFolder(office, given.inbox)
    .catch(() => {})
    .finally(() => setTimeout(takeMails, 500));
takeMails();
// Rows the relay could not mark, or that came by another channel.
setInterval(() => relay.poke(), 1_000);
process.once('SIGTERM', async () => {
  await worker.stop();
  await relay.stop();
  await workers.stop();
  process.exit(0);
});
await workers.done;
