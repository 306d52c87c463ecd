import { EXCUSING_ACTS, type FormulaFields } from '../../office/evaluation/index.ts';
import { ACT_NAMES } from '../../texts/acts.ts';
import { FORMULA_FILE } from '../../texts/evaluation.ts';
import { capital } from '../../texts/format.ts';
import { EVALUATION_PAGE as say } from '../../texts/staff/index.ts';
import { FieldView } from './field-view.tsx';
import { TickView } from './policies/form-parts.tsx';

const { fields: LABELS } = FORMULA_FILE;

/** The formula as fields. */
export function FormulaForm({ action, fields }: { readonly action: string; readonly fields: FormulaFields }) {
  const field = (name: keyof typeof LABELS & keyof FormulaFields) => (
    <FieldView id={name} name={name} label={LABELS[name]} value={String(fields[name])} isRequired />
  );
  return (
    <form method="post" action={action}>
      {field('source')}
      <TickView name="isExample" label={say.isExample} isOn={fields.isExample} />
      <fieldset>
        <legend>{say.points}</legend>
        {field('taskPoints')}
        <div class="row">
          {field('quantity')}
          {field('quality')}
          {field('progress')}
        </div>
        <div class="row">
          {field('late')}
          {field('returned')}
        </div>
      </fieldset>
      <fieldset>
        <legend>{LABELS.excusing}</legend>
        {EXCUSING_ACTS.map((act) => (
          <TickView name={`excusing-${act}`} label={capital(ACT_NAMES[act])} isOn={fields.excusing.includes(act)} />
        ))}
      </fieldset>
      <fieldset>
        <legend>{say.lists}</legend>
        <LinesView name="common" hint={say.commonHint} value={fields.common} />
        <LinesView name="bands" hint={say.bandsHint} value={fields.bands} />
        <LinesView name="products" hint={say.productsHint} value={fields.products} />
      </fieldset>
      <button type="submit">{say.save}</button>
    </form>
  );
}

function LinesView({
  name,
  hint,
  value,
}: {
  readonly name: 'common' | 'bands' | 'products';
  readonly hint: string;
  readonly value: string;
}) {
  return (
    <div class="field">
      <label for={name}>{LABELS[name]}</label>
      <p class="hint" id={`${name}-ghi-chu`}>
        {hint}
      </p>
      <textarea
        id={name}
        name={name}
        rows={Math.max(3, value.split('\n').length + 1)}
        aria-describedby={`${name}-ghi-chu`}
      >
        {value}
      </textarea>
    </div>
  );
}

/** The file as it stands, comments and all. */
export function FormulaTextForm({ action, text }: { readonly action: string; readonly text: string }) {
  return (
    <form method="post" action={action}>
      <div class="field">
        <label for="cach-tinh">{say.formulaText}</label>
        <textarea id="cach-tinh" name="cach-tinh" rows={28} class="code" spellcheck={false}>
          {text}
        </textarea>
      </div>
      <button type="submit">{say.save}</button>
    </form>
  );
}
