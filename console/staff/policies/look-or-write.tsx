import { POLICY_FORM as say } from '../../../texts/staff/index.ts';

/** A draft is looked at as often as one likes, and written once it is right. */
export function LookOrWrite({ action }: { readonly action: string }) {
  return (
    <p class="buttons">
      <button type="submit" name="lam" value="xem" class="quiet" formaction={`${action}#ket-qua`}>
        {say.check}
      </button>
      <button type="submit" name="lam" value="ghi">
        {say.save}
      </button>
    </p>
  );
}
