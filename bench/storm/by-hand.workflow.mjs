import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/* The leanest workflow one writes by hand for a nudge: one timer, one local activity, an update to close it. */

const { notify } = proxyLocalActivities({ startToCloseTimeout: '30 s' });

export async function byHand({ id, at }) {
  let closed = false;
  setHandler(defineUpdate('close'), () => {
    closed = true;
  });
  await condition(() => closed, at - Date.now());
  if (!closed) await notify(id);
  await condition(() => closed);
}
