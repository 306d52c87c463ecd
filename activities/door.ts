import type { ActSeal, SealableAct } from '../office/act-seal.ts';
import type { AuditRecorded, Register } from '../register/index.ts';
import { incidentDetails } from '../texts/audit.ts';
import type { StrangerActivities } from '../workflows/contract.ts';

/** Between Temporal, which anybody on this machine can reach, and the register. */
export interface ActDoor extends StrangerActivities {
  /** Is the act the office's own, by its signature? One that is not becomes an incident at once. */
  admits(id: string, type: string, act: SealableAct, seal: string | undefined): Promise<boolean>;
}

export interface ActDoorOptions {
  readonly register: Pick<Register, 'audit'>;
  readonly seal: Pick<ActSeal, 'holds'>;
  readonly onIncident: (recorded: AuditRecorded) => void;
}

export function doorOf({ register, seal, onIncident }: ActDoorOptions): ActDoor {
  const note = async (directiveId: string, detail: string) => {
    const finding = { kind: 'from-outside', directiveId, step: '', since: Date.now(), detail } as const;
    onIncident(await register.audit.note([finding]));
  };
  return {
    async admits(id, type, act, signature) {
      if (await seal.holds(act, signature)) return true;
      await note(id, incidentDetails.unsigned(type));
      return false;
    },
    noteStranger: (id, { how, what }) => note(id, incidentDetails.strangerCalled(how, what)),
  };
}
