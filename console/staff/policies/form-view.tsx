import { channelsOf } from '../../../dsl/policy/channels.ts';
import type { Role } from '../../../dsl/policy/index.ts';
import { ACTING_ROLES, ALL_ROLES, type PolicyFields } from '../../../office/policies/fields/index.ts';
import { capital } from '../../../texts/format.ts';
import { CHANNEL_NAMES } from '../../../texts/names.ts';
import { POLICY_FORM as say } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';
import { BecauseView, ChoiceView, roleChoices, SpanView, TickView } from './form-parts.tsx';
import { LookOrWrite } from './look-or-write.tsx';
import { LadderView } from './rungs-view.tsx';

/** The policy as a form: each part offers what may stand there, and nothing else. */
export function PolicyFormView({
  fields,
  action,
  hash,
}: {
  readonly fields: PolicyFields;
  readonly action: string;
  /** Names the file's text as it was when somebody began. */
  readonly hash: string;
}) {
  return (
    <form method="post" action={action} data-live="1">
      <input type="hidden" name="ban" value={hash} />
      {/* The first button is the one that Enter presses: it looks, and changes nothing. */}
      <button type="submit" name="lam" value="xem" class="quiet" formaction={`${action}#ket-qua`}>
        {say.check}
      </button>
      <fieldset>
        <legend>{say.general}</legend>
        <FieldView id="ten" name="ten" label={say.name} value={fields.name} />
        <BecauseView name="chung" because={fields.because} />
      </fieldset>
      <AssignView fields={fields} />
      <LadderView ladder="remind" rungs={fields.remind} action={action} />
      <LadderView ladder="escalate" rungs={fields.escalate} action={action} />
      <CloseView fields={fields} />
      <fieldset id="kenh">
        <legend>{say.sending}</legend>
        <div class="row">
          <FieldView id="tu" name="tu" label={say.from} value={fields.from} />
          <FieldView id="den" name="den" label={say.until} value={fields.until} />
        </div>
        {channelsOf().map((channel) => (
          <TickView
            name={`kenh-${channel}`}
            label={capital(CHANNEL_NAMES[channel])}
            isOn={fields.channels.includes(channel)}
          />
        ))}
      </fieldset>
      <LookOrWrite action={action} />
      <p class="hint">{say.keepsComments}</p>
    </form>
  );
}

function AssignView({ fields }: { readonly fields: PolicyFields }) {
  return (
    <fieldset>
      <legend>{say.assign}</legend>
      <ChoiceView name="giao" label={say.to} value={fields.to} choices={roleChoices(ACTING_ROLES)} />
      <details class="more" open={fields.copy.length > 0}>
        <summary>{say.copy}</summary>
        {roleChoices([...new Set([...ALL_ROLES, ...(fields.copy as readonly Role[])])]).map(({ value, words }) => (
          <TickView name={`sao-${value}`} label={words} isOn={fields.copy.includes(value)} />
        ))}
        <input
          type="hidden"
          name="sao-them"
          value={fields.copy.filter((role) => !ALL_ROLES.some((one) => one === role)).join(' ')}
        />
      </details>
      <div class="row">
        <SpanView name="nhan" label={say.within} hint={say.withinHint} span={fields.acknowledgeWithin} />
      </div>
      <BecauseView name="giao" because={fields.assignBecause} />
    </fieldset>
  );
}

function CloseView({ fields }: { readonly fields: PolicyFields }) {
  return (
    <fieldset>
      <legend>{say.close}</legend>
      <ChoiceView name="trinh" label={say.submittedBy} value={fields.submittedBy} choices={roleChoices(ACTING_ROLES)} />
      <ChoiceView
        name="dong-y"
        label={say.endorsedBy}
        value={fields.endorsedBy}
        choices={[{ value: '', words: say.nobody }, ...roleChoices(ACTING_ROLES)]}
      />
      <ChoiceView name="duyet" label={say.approvedBy} value={fields.approvedBy} choices={roleChoices(ACTING_ROLES)} />
      <div class="row">
        <SpanView name="cho-duyet" label={say.approveWithin} hint={say.withinHint} span={fields.approveWithin} />
        <FieldView id="duyet-lan" name="duyet-lan" label={say.approveTimes} value={fields.approveTimes} />
      </div>
    </fieldset>
  );
}
