import { FieldView } from '../staff/field-view.tsx';

/** The password somebody has; a new one is chosen in `ChoiceFields`. */
export function PasswordField({ id, label }: { readonly id: string; readonly label: string }) {
  return <FieldView id={id} name={id} type="password" label={label} autocomplete="current-password" isRequired />;
}
