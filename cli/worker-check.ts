import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../dsl/user-error.ts';
import { serviceLives } from '../service/one-service.ts';
import { workerIsUp } from '../worker/polls.ts';
import type { Session } from './session.ts';

/** A service's worker whose Temporal has just been started again asks for work within seconds, or not at all. */
const COMES_BACK_MS = 20_000;
const LOOK_MS = 250;

/**
 * Acts are answered by the directive's workflow, which needs a worker. Where a service runs on the data folder, its
 * worker is waited for.
 */
export async function requireWorker({ client, config }: Pick<Session, 'client' | 'config'>): Promise<void> {
  const until = Date.now() + COMES_BACK_MS;
  while (!(await workerIsUp(client))) {
    if (Date.now() >= until || !serviceLives(config.dataFolder)) {
      throw new UserError('chưa có tiến trình nào xử lý nhiệm vụ: mở một cửa sổ khác, chạy dondoc up, rồi thử lại');
    }
    await delay(LOOK_MS);
  }
}
