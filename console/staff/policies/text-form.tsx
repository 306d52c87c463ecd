import { POLICY_FORM as say } from '../../../texts/staff/index.ts';
import { LookOrWrite } from './look-or-write.tsx';

/** The policy as its file says it, for those who prefer to write it. */
export function PolicyTextView({
  text,
  action,
  hash,
}: {
  readonly text: string;
  readonly action: string;
  readonly hash: string;
}) {
  const rows = Math.min(40, Math.max(12, text.split('\n').length + 2));
  return (
    <form method="post" action={action} data-live="1">
      <input type="hidden" name="ban" value={hash} />
      <div class="field">
        <label for="van-ban">{say.text}</label>
        <textarea id="van-ban" name="van-ban" rows={rows} spellcheck={false} class="code">
          {text}
        </textarea>
      </div>
      <LookOrWrite action={action} />
    </form>
  );
}
