import type { Role } from '../../../dsl/policy/index.ts';
import { type BecauseFields, type SpanFields, UNITS } from '../../../office/policies/fields/index.ts';
import { capital } from '../../../texts/format.ts';
import { roleName } from '../../../texts/names.ts';
import { POLICY_FORM as say, UNIT_WORDS } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';

interface Choice {
  readonly value: string;
  readonly words: string;
}

export function ChoiceView({
  name,
  label,
  value,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {choices.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** `held`: who stands there now, who may be none of them: a person by name. */
export function roleChoices(roles: readonly Role[], held?: string): readonly Choice[] {
  const known = held === undefined || roles.some((role) => role === held) ? roles : [...roles, held as Role];
  return known.map((role) => ({ value: role, words: capital(roleName(role)) }));
}

/** So many days of a kind. */
export function SpanView({
  name,
  label,
  hint = '',
  span,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly span: SpanFields;
}) {
  return (
    <>
      <FieldView id={name} name={name} label={label} value={span.n} {...(hint === '' ? {} : { hint })} />
      <ChoiceView
        name={`${name}-don-vi`}
        label={say.unit}
        value={span.unit}
        choices={UNITS.map((unit) => ({ value: unit, words: UNIT_WORDS[unit] }))}
      />
    </>
  );
}

/** Where a rule comes from. */
export function BecauseView({ name, because }: { readonly name: string; readonly because: BecauseFields }) {
  return (
    <>
      <FieldView
        id={`${name}-can-cu`}
        name={`${name}-can-cu`}
        label={say.source}
        hint={say.sourceHint}
        value={because.source}
      />
      <FieldView id={`${name}-loi`} name={`${name}-loi`} label={say.words} value={because.words} />
    </>
  );
}

export function TickView({
  name,
  label,
  isOn,
}: {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
}) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="1" checked={isOn} />
      {label}
    </label>
  );
}
