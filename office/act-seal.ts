import { createHash } from 'node:crypto';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { type KeyRing, openKeyRing } from './links/keys.ts';
import { open, sign } from './links/token.ts';

/** An act as it is put to a workflow. */
export interface SealableAct {
  readonly workflowId: string;
  /** Name of the update. */
  readonly update: string;
  /** Of the update: what makes the act idempotent. */
  readonly id: string;
  /** What the update is given; plain data. */
  readonly given: unknown;
}

/**
 * Tells the office's own acts from a stranger's who has come as far as Temporal: they carry a signature made with a key
 * of the data folder, for this act on this directive and no other.
 */
export interface ActSeal {
  seal(act: SealableAct): Promise<string>;
  holds(act: SealableAct, seal: string | undefined): Promise<boolean>;
}

/** Looks at the keys again where a signature does not hold: they may have been changed since. */
export function actSealOf(keys: () => Promise<KeyRing>): ActSeal {
  let known: Promise<KeyRing> | undefined;
  const ring = () => {
    known ??= keys();
    return known;
  };
  const holds = async (act: SealableAct, seal: string) => open(await ring(), 'act', seal)?.join() === digestOf(act);
  return {
    seal: async (act) => sign(await ring(), 'act', [digestOf(act)]),
    async holds(act, seal) {
      if (seal === undefined) return false;
      if (await holds(act, seal)) return true;
      known = undefined;
      return holds(act, seal);
    },
  };
}

/** By the keys of a data folder; `file` as for its links. */
export function actSealIn(file: string): ActSeal {
  return actSealOf(() => openKeyRing(file));
}

/** What a client is given so that every update it starts is sealed: the signature is the update's last argument. */
export function sealsActs(seal: ActSeal): WorkflowClientInterceptor {
  return {
    async startUpdate(input, next) {
      const { updateName: update, args, workflowExecution, options } = input;
      const act = {
        workflowId: workflowExecution.workflowId ?? '',
        update,
        id: options.updateId ?? '',
        given: args[0],
      };
      return next({ ...input, args: [...args, await seal.seal(act)] });
    },
  };
}

/** As data that has been to Temporal and back reads the same. */
function digestOf({ workflowId, update, id, given }: SealableAct): string {
  return createHash('sha256')
    .update(JSON.stringify([workflowId, update, id, given]))
    .digest('base64url');
}
