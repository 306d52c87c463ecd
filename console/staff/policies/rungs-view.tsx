import { ALL_ROLES, type LadderName, type RungFields, TRIGGERS } from '../../../office/policies/fields/index.ts';
import { speaksOfText } from '../../../texts/names.ts';
import { POLICY_FORM as say, TRIGGER_WORDS } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';
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

/** As the policy's page says them; what is none is shown as it was sent, and refused when it is looked at. */
function conditionsShown(text: string): string {
  try {
    return speaksOfText(JSON.parse(text)).replace(/^; /, '');
  } catch {
    return text;
  }
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
      {rung.conditions !== '' && (
        <>
          <p class="hint">{say.conditions(conditionsShown(rung.conditions))}</p>
          <input type="hidden" name={`${name}-dieu-kien`} value={rung.conditions} />
        </>
      )}
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
