import { afterAll, beforeAll } from '@jest/globals';
import type { Client } from '@temporalio/client';
import type { Policy } from '../../dsl/policy/index.ts';
import type { TimedAct } from '../../dsl/rules/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import type { ReadNotice } from '../../office/registration.ts';
import { shippedRules } from '../../policies/index.ts';
import type { Directory } from '../../register/index.ts';
import { castOf } from '../../rehearsal/cast.ts';
import { type Played, rehearse } from '../../rehearsal/rehearse.ts';
import { type Stage, setStage } from '../../rehearsal/stage.ts';
import { openTestTemporal, type TestTemporal } from './temporal.ts';

/** A rehearsal's stage on the tests' own server, for all tests of a file; nothing it posts is delivered. */
export function useStage(directory: Directory = castOf([])): { readonly stage: Stage; readonly client: Client } {
  let temporal: TestTemporal;
  let stage: Stage;
  beforeAll(async () => {
    temporal = await openTestTemporal();
    stage = await setStage({
      temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
      calendar: civilServants,
      directory,
      senders: [],
    });
  }, 60_000);
  afterAll(async () => {
    await stage.strike();
    await temporal.close();
  });
  return {
    get stage() {
      return stage;
    },
    get client() {
      return temporal.client;
    },
  };
}

/** Plays a notice of one directive from 8:00 of its day, under one policy, with these acts. */
export async function playOne(
  stage: Stage,
  notice: ReadNotice,
  policy: Policy,
  acts: readonly TimedAct[],
  issuedAt = instantAt(notice.notice.anchor, 8 * 60),
): Promise<Played> {
  const { played } = await rehearse(stage, [notice], { rules: shippedRules, policy, issuedAt, acts: () => acts });
  const [one] = played;
  if (!one) throw new Error('nothing was played');
  return one;
}
