import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/* The leanest workflow one writes by hand: for each step one timer and one local activity, an update to close it. */

const { notify } = proxyLocalActivities({ startToCloseTimeout: '30 s' });

export async function byHand({ id, steps }) {
  let closed = false;
  setHandler(defineUpdate('close'), () => {
    closed = true;
  });
  for (const at of steps) {
    if (await condition(() => closed, at - Date.now())) return;
    await notify(id);
  }
  await condition(() => closed);
}
