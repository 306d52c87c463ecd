import { ALL_ROLES, type LadderName, type RungFields, TRIGGERS } from '../../../office/policies/fields/index.ts';
import { POLICY_FORM as say, TRIGGER_WORDS } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';
import { asksAnything, ConditionsView } from './conditions-view.tsx';
import { rungName } from './form-names.ts';
import { BecauseView, ChoiceView, roleChoices, SpanView, TickView } from './form-parts.tsx';

/** A ladder's rungs, in the order they are written, and a button for one more. */
export function LadderView({
  ladder,
  rungs,
  action,
}: {
  readonly ladder: LadderName;
  readonly rungs: readonly RungFields[];
  readonly action: string;
}) {
  return (
    <fieldset>
      <legend>{say.ladders[ladder]}</legend>
      {rungs.map((rung, index) => (
        <RungView ladder={ladder} index={index} rung={rung} action={action} />
      ))}
      <p class="buttons">
        <button
          type="submit"
          name="lam"
          value={`add ${ladder}`}
          class="quiet"
          formaction={`${action}#${rungName(ladder, rungs.length)}`}
        >
          {say.add[ladder]}
        </button>
      </p>
    </fieldset>
  );
}

function RungView({
  ladder,
  index,
  rung,
  action,
}: {
  readonly ladder: LadderName;
  readonly index: number;
  readonly rung: RungFields;
  readonly action: string;
}) {
  const name = rungName(ladder, index);
  const title = say.rung[ladder](index + 1);
  const above = rungName(ladder, Math.max(0, index - 1));
  return (
    <fieldset class="person" id={name} tabindex={-1}>
      <legend>{title}</legend>
      <div class="row">
        <ChoiceView name={`${name}-ai`} label={say.tell} value={rung.to} choices={roleChoices(ALL_ROLES, rung.to)} />
        <ChoiceView
          name={`${name}-khi`}
          label={say.when}
          value={rung.when}
          choices={TRIGGERS[ladder].map((word) => ({ value: word, words: TRIGGER_WORDS[word] }))}
        />
      </div>
      <div class="row">
        <SpanView name={`${name}-so`} label={say.span} span={rung.span} />
        <button
          type="submit"
          name="lam"
          value={`up ${ladder} ${index}`}
          class="quiet"
          aria-label={say.upOf(title)}
          formaction={`${action}#${above}`}
        >
          {say.up}
        </button>
        <button
          type="submit"
          name="lam"
          value={`drop ${ladder} ${index}`}
          class="quiet"
          aria-label={say.dropOf(title)}
          formaction={`${action}#${above}`}
        >
          {say.drop}
        </button>
      </div>
      <details class="more" open={asksAnything(rung.onlyWhen) || asksAnything(rung.unless)}>
        <summary>{say.conditions}</summary>
        <ConditionsView name={`${name}-chi`} legend={say.onlyWhen} conditions={rung.onlyWhen} />
        <ConditionsView name={`${name}-tru`} legend={say.unless} conditions={rung.unless} />
      </details>
      <details class="more">
        <summary>{say.more}</summary>
        <div class="row">
          <SpanView name={`${name}-lap`} label={say.every} span={rung.every} />
          <FieldView id={`${name}-lan`} name={`${name}-lan`} label={say.atMost} value={rung.atMost} />
        </div>
        <TickView name={`${name}-cong-van`} label={say.letter} isOn={rung.letter} />
        <BecauseView name={name} because={rung.because} />
      </details>
    </fieldset>
  );
}
