import { condition, defineSignal, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';

/* The other way to one digest a morning: a workflow a person, started by the first message and told of the others. */

const { send } = proxyLocalActivities({ startToCloseTimeout: '30 s' });

export async function mailbox({ windowMs }) {
  const held = [];
  setHandler(defineSignal('item'), (item) => void held.push(item));
  await condition(() => held.length > 0);
  // Until the person's window opens.
  await sleep(windowMs);
  while (held.length > 0) await send(held.splice(0));
}
