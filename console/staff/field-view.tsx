import { present } from '../../dsl/present.ts';
/** A field with its name, and what to write there. */
export function FieldView({
  id,
  name,
  label,
  hint,
  value = '',
  type = 'text',
  list,
  autocomplete,
  isRequired = false,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  readonly list?: string;
  readonly autocomplete?: string;
  readonly isRequired?: boolean;
}) {
  const about = hint === undefined ? undefined : `${id}-ghi-chu`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={about}>
          {hint}
        </p>
      )}
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        required={isRequired}
        {...present({ list, autocomplete })}
        {...(about === undefined ? {} : { 'aria-describedby': about })}
      />
    </div>
  );
}
