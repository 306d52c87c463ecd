import * as language from '../../../dsl/policy/index.ts';
import type { WordKind } from '../../../texts/policy-typescript.ts';

/** A word of the language: a value, or a function of values of known kinds. */
export interface PolicyWord {
  readonly kind: WordKind;
  /** Undefined: a value, not called. */
  readonly takes?: readonly WordKind[];
  /** What may follow, left out or not. */
  readonly then?: WordKind;
  readonly is: unknown;
}

const role = (is: language.Role): PolicyWord => ({ kind: 'role', is });
const dayOff = (is: language.OnDayOff): PolicyWord => ({ kind: 'dayOff', is });
const call = (kind: WordKind, takes: readonly WordKind[], is: unknown, then?: WordKind): PolicyWord =>
  then === undefined ? { kind, takes, is } : { kind, takes, is, then };

/** Everything a policy may say, by its word. A test holds it against what `dondoc/dsl` exports. */
export const WORDS: Readonly<Record<string, PolicyWord>> = {
  lead: role(language.lead),
  cooperating: role(language.cooperating),
  supervisor: role(language.supervisor),
  issuer: role(language.issuer),
  secretariat: role(language.secretariat),
  headOf: call('role', ['role'], language.headOf),
  deputiesOf: call('role', ['role'], language.deputiesOf),
  concluder: role(language.concluder),
  clerk: role(language.clerk),
  person: call('role', ['text'], language.person),
  days: call('span', ['number'], language.days),
  workingDays: call('span', ['number'], language.workingDays),
  before: call('trigger', ['span'], language.before),
  after: call('trigger', ['span'], language.after),
  whenSilentFor: call('trigger', ['span'], language.whenSilentFor),
  whenUnacknowledgedFor: call('trigger', ['span'], language.whenUnacknowledgedFor),
  every: call('every', ['span'], language.every),
  atMost: call('atMost', ['number'], language.atMost),
  onlyWhen: call('conditions', ['group'], language.onlyWhen),
  unless: call('conditions', ['group'], language.unless),
  keep: dayOff(language.keep),
  skip: dayOff(language.skip),
  nextWorkingDay: dayOff(language.nextWorkingDay),
  previousWorkingDay: dayOff(language.previousWorkingDay),
  policy: call('draft', ['text', 'text'], language.policy, 'group'),
};

export function wordNamed(name: string): PolicyWord | undefined {
  return Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
}
