import type { Day, Instant } from '../time/day.ts';
import type { Act } from './act.ts';
import type { State } from './state.ts';
import type { WakeMark } from './wake.ts';

/** A request for an explanation, with what came of it. */
export interface Explained {
  /** `due` is the last day in force: a suspension gives its days back. */
  readonly asked: { readonly at: Instant; readonly due: Day; readonly text: string };
  readonly given?: { readonly at: Instant; readonly text: string };
  /** Absent where nobody has concluded on it, and it has not been taken back. */
  readonly judged?: { readonly at: Instant; readonly act: Extract<Act, { type: Concluding }> };
  /** When it ended without a conclusion: another lead has nothing to explain. */
  readonly lapsedAt?: Instant;
}

const CONCLUDING = ['accept-explanation', 'reject-explanation', 'withdraw-explanation-request'] as const;
type Concluding = (typeof CONCLUDING)[number];

interface Place {
  readonly mark: WakeMark;
  readonly woken: { readonly state: Pick<State, 'explanation'> };
}

/** The requests of a life, in order. Only one is open at a time: the rules keep that one, and their states tell the others. */
export function requestsIn(places: Iterable<Place>): readonly Explained[] {
  const ended: Explained[] = [];
  let open: Explained | undefined;
  for (const { mark, woken } of places) {
    const act = mark.act?.act;
    const request = woken.state.explanation;
    if (request && act?.type === 'ask-explanation') open = { asked: { at: mark.at, due: request.due, text: act.text } };
    else if (open && request) {
      const asked = { ...open.asked, due: request.due };
      open = act?.type === 'explain' ? { ...open, asked, given: { at: mark.at, text: act.text } } : { ...open, asked };
    } else if (open) {
      ended.push({ ...open, ...(act && concludes(act) ? { judged: { at: mark.at, act } } : { lapsedAt: mark.at }) });
      open = undefined;
    }
  }
  return open ? [...ended, open] : ended;
}

function concludes(act: Act): act is Extract<Act, { type: Concluding }> {
  return CONCLUDING.some((type) => type === act.type);
}
