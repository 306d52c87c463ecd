import { dayAsTyped, REVIEW as say } from '../../../texts/staff/index.ts';
import { FieldRows } from '../../review/header-card.tsx';
import { headerId, type NoticeItems } from '../../review/items.ts';
import { headerShown, SHOWN } from './as-shown.ts';

/** What a document says of itself, the least sure first, with the fields that mend it. */
export function HeaderCard({ item: { n, notice }, here }: { readonly item: NoticeItems; readonly here: string }) {
  const field = (name: string) => `${name}-vb-${n}`;
  const inputs = [
    ['so', say.number, notice.number],
    ['co-quan', say.issuer, notice.issuer],
    ['nguoi-ky', say.signer, notice.signer],
  ] as const;
  return (
    <article class="card" id={headerId(n)} tabindex={-1} aria-labelledby={`h-${n}`}>
      <h3 id={`h-${n}`}>{say.header}</h3>
      <FieldRows notice={notice} />
      <details>
        <summary>{say.mendHeader}</summary>
        <form method="post" action={`${here}/sua`}>
          <input type="hidden" name="thu" value={String(n)} />
          <input type="hidden" name="ve" value={headerId(n)} />
          <input type="hidden" name={SHOWN} value={headerShown(notice)} />
          {inputs.map(([name, label, value]) => (
            <div class="field">
              <label for={field(name)}>{label}</label>
              <input type="text" id={field(name)} name={name} value={value ?? ''} />
            </div>
          ))}
          <div class="field">
            <label for={field('ngay')}>{say.day}</label>
            <input
              type="text"
              id={field('ngay')}
              name="ngay"
              inputmode="numeric"
              value={notice.issued === null ? '' : dayAsTyped(notice.issued)}
            />
          </div>
          <p class="buttons">
            <button type="submit" name="lam" value="dau">
              {say.save}
            </button>
          </p>
        </form>
      </details>
    </article>
  );
}
