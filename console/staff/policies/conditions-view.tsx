import { type ConditionFields, DEADLINE, GIVEN, URGENCY_WORDS } from '../../../office/policies/fields/index.ts';
import { capital } from '../../../texts/format.ts';
import { conditionsText } from '../../../texts/names.ts';
import { POLICY_FORM as say } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';
import { urgencyName } from './form-names.ts';
import { ChoiceView, TickView } from './form-parts.tsx';

/** Does it say of which directives a rung speaks? */
export function asksAnything({ urgency, field, issuer, given, deadline }: ConditionFields): boolean {
  return urgency.length > 0 || [field, issuer, given, deadline].some((text) => text !== '');
}

/** The directives a rung speaks of alone, or not of. */
export function ConditionsView({
  name,
  legend,
  conditions,
}: {
  readonly name: string;
  readonly legend: string;
  readonly conditions: ConditionFields;
}) {
  return (
    <fieldset class="person" id={name} tabindex={-1}>
      <legend>{legend}</legend>
      <div class="row">
        {URGENCY_WORDS.map((urgency, i) => (
          <TickView
            name={urgencyName(name, i)}
            label={capital(conditionsText({ urgency }))}
            isOn={conditions.urgency.includes(urgency)}
          />
        ))}
      </div>
      <div class="row">
        <FieldView
          id={`${name}-linh-vuc`}
          name={`${name}-linh-vuc`}
          label={say.field}
          hint={say.fieldHint}
          value={conditions.field}
        />
        <FieldView
          id={`${name}-ban-hanh`}
          name={`${name}-ban-hanh`}
          label={say.issuer}
          hint={say.issuerHint}
          value={conditions.issuer}
        />
      </div>
      <div class="row">
        <ChoiceView
          name={`${name}-giao`}
          label={say.given}
          value={conditions.given}
          choices={[
            { value: '', words: say.any },
            ...GIVEN.map((given) => ({ value: given, words: conditionsText({ given }) })),
          ]}
        />
        <ChoiceView
          name={`${name}-han`}
          label={say.deadline}
          value={conditions.deadline}
          choices={[
            { value: '', words: say.any },
            ...DEADLINE.map((deadline) => ({ value: deadline, words: conditionsText({ deadline }) })),
          ]}
        />
      </div>
    </fieldset>
  );
}
