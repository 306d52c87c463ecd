import { present } from '../../dsl/present.ts';
import { FILE_ENDINGS } from '../../office/links/index.ts';
import { type FieldWords, FORM_FAULTS, filesHint } from '../../texts/pages/index.ts';
import type { FormModel } from '../model/page.ts';
import { MOST_FILES, TEXT_LETTERS, UPLOAD_MEGABYTES } from '../options.ts';

/** Buttons that say no. */
const QUIET: ReadonlySet<string> = new Set([
  'return',
  'withdraw-result',
  'reject-extension',
  'decline-offer',
  'reject-explanation',
  'withdraw-explanation-request',
]);

/** A form for one act. Those that are not the first thing to do stay folded until they are wanted (no script). */
export function FormView({ form, open = false }: { readonly form: FormModel; readonly open?: boolean }) {
  if (open) {
    return (
      <div class="act" id={`viec-${form.act}`}>
        {form.words.fields.length === 0 ? null : <h2>{form.words.title}</h2>}
        <Fields form={form} />
      </div>
    );
  }
  return (
    <details class="act" id={`viec-${form.act}`} open={form.fault !== undefined}>
      <summary>{form.words.title}</summary>
      <Fields form={form} />
    </details>
  );
}

function Fields({ form }: { readonly form: FormModel }) {
  const { words, action, nonce, fault } = form;
  const hasFiles = words.fields.some((field) => field.name === 'files');
  return (
    <form
      method="post"
      action={action}
      enctype={hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
    >
      <input type="hidden" name="nonce" value={nonce} />
      {fault === undefined ? null : (
        <p class="fault" id={idOf(form, 'loi')}>
          {fault}
        </p>
      )}
      {words.about === undefined ? null : <p class="about">{words.about}</p>}
      {words.fields.map((field) => (
        <FieldView form={form} field={field} />
      ))}
      <button type="submit" class={QUIET.has(form.act) ? 'quiet' : 'main'}>
        {words.button}
      </button>
    </form>
  );
}

function FieldView({ form, field }: { readonly form: FormModel; readonly field: FieldWords }) {
  const id = idOf(form, field.name);
  const hint = hintOf(form, field);
  const described = [hint === undefined ? '' : `${id}-ghi-chu`, form.fault === undefined ? '' : idOf(form, 'loi')]
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    name: field.name,
    required: field.required === true,
    ...present({ 'aria-describedby': described || undefined }),
  };
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-ghi-chu`}>
          {hint}
        </p>
      )}
      <Control form={form} field={field} common={common} />
    </div>
  );
}

function Control({
  form,
  field,
  common,
}: {
  form: FormModel;
  field: FieldWords;
  common: Readonly<Record<string, unknown>>;
}) {
  switch (field.name) {
    case 'files':
      return <input type="file" multiple accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(',')} {...common} />;
    case 'percent':
      return (
        <input type="number" min="0" max="100" step="1" inputmode="numeric" value={form.typed.percent} {...common} />
      );
    case 'due':
      return <input type="date" value={form.typed.due} {...common} />;
    case 'blockedBy':
      return <input type="text" maxlength={200} value={form.typed.blockedBy} {...common} />;
    case 'text':
    case 'reason':
    case 'note':
      return (
        <textarea rows={field.name === 'note' ? 3 : 6} maxlength={TEXT_LETTERS} {...common}>
          {form.typed[field.name]}
        </textarea>
      );
  }
}

function hintOf(form: FormModel, field: FieldWords): string | undefined {
  if (field.name !== 'files') return field.hint;
  const limits = filesHint(FILE_ENDINGS, MOST_FILES, UPLOAD_MEGABYTES);
  return form.typed.files.length === 0 ? limits : `${FORM_FAULTS.chooseAgain} ${limits}`;
}

function idOf(form: FormModel, name: string): string {
  return `${form.act}-${name}`;
}
