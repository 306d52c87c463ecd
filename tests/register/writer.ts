/**
 * A process that writes to a register until it is killed: `writer.ts FILE stream|stall|collect|begin`. It says each step on
 * stdout once it is done.
 */
import { writeSync } from 'node:fs';
import { openRegister } from '../../register/index.ts';
import { composeMessage, type MessageFacts } from '../../texts/messages/index.ts';
import { begin, dueMessages } from '../support/leaving.ts';
import { at, post, wake } from './support.ts';

const [, , file = '', mode = ''] = process.argv;

const register = await openRegister({ file, mailDomain: 'dondoc.example', compose });

/** Called inside the transaction, when the event is written and the messages are not. */
function compose(facts: MessageFacts) {
  if (mode === 'stall') {
    say('inside');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  return composeMessage(facts);
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

if (mode === 'collect' || mode === 'begin') {
  const [rows = []] = await dueMessages(register.ledger, { before: at('2025-12-31'), limit: 1 });
  if (mode === 'begin') await begin(register.ledger, rows, { owner: 'killed' });
  say(`begun ${rows[0]?.id}`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
const from = Number((await register.directives.show(wake().directiveId))?.events.at(-1)?.seq ?? -1) + 1;
for (let seq = from; ; seq++) {
  await register.directives.recordWake(wake({ seq, posts: [post({ key: `k${seq}` })] }));
  say(String(seq));
}
