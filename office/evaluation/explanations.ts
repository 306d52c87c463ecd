import { present } from '../../dsl/present.ts';
import type { Act } from '../../dsl/rules/index.ts';
import type { Day, Instant } from '../../dsl/time/day.ts';
import type { JudgedEntry } from '../../register/index.ts';

/** A request for an explanation, with what came of it. */
export interface Explained {
  readonly asked: { readonly at: Instant; readonly due: Day; readonly text: string };
  readonly given?: { readonly at: Instant; readonly text: string };
  /** Absent where nobody has concluded on it. */
  readonly judged?: {
    readonly at: Instant;
    readonly act: Extract<Act, { type: 'accept-explanation' | 'reject-explanation' }>;
  };
}

/** The requests in a log, in order: only one is open at a time. */
export function explanationsIn(log: readonly JudgedEntry[]): readonly Explained[] {
  const found: Explained[] = [];
  let open: Explained | undefined;
  for (const { at, act } of log) {
    if (act?.type === 'ask-explanation') {
      if (open) found.push(open);
      open = { asked: { at, due: act.due, text: act.text } };
    } else if (act?.type === 'explain' && open) {
      open = { ...open, given: { at, text: act.text } };
    } else if ((act?.type === 'accept-explanation' || act?.type === 'reject-explanation') && open) {
      found.push({ ...open, judged: present({ at, act }) });
      open = undefined;
    }
  }
  return open ? [...found, open] : found;
}
