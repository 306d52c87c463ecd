import type { Context } from 'hono';
import { creationOptions, requestOptions } from '../../office/accounts/index.ts';
import { isRecent } from '../../office/links/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { PASSKEYS as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { FieldView } from '../staff/field-view.tsx';
import { TableView } from '../staff/table.tsx';
import type { OwnSession } from './own-session.ts';
import { PasskeyForm, passkeySite } from './passkey-form.tsx';
import { returnPath } from './return-path.ts';

/** What a part of the page of whoever is in is made of. */
interface OwnPart {
  readonly c: Context<Env>;
  readonly context: StaffContext;
  readonly own: OwnSession;
  readonly account: StaffAccount;
}

/** The form at the door; nothing where keys cannot be used. */
export function EnterByPasskey({ c, context, going }: { c: Context<Env>; context: StaffContext; going?: string }) {
  const site = passkeySite(c, context);
  if (!site) return null;
  const options = requestOptions({ ring: context.ring, site, whose: '' }, 'in', [], context.now());
  return (
    <PasskeyForm c={c} context={context} ask={{ use: 'in', options }} action="/dang-nhap/khoa" button={say.enter}>
      {going === undefined ? null : <input type="hidden" name="den" value={going} />}
    </PasskeyForm>
  );
}

/** The keys of whoever is in, with the form to add one. */
export async function passkeysCard({ c, context, own: { session }, account }: OwnPart) {
  const { register, ring, basePath, now } = context;
  const known = await register.passkeys.of(account.id);
  const site = passkeySite(c, context);
  return (
    <section class="card wide">
      <h2>{say.title}</h2>
      <p class="hint">{say.about}</p>
      {known.length === 0 ? null : (
        <TableView
          columns={say.head.map((name) => ({ name }))}
          rows={known.map(({ id, name, recordedAt, usedAt }) => [
            name,
            say.moment(recordedAt),
            usedAt === null ? say.never : say.moment(usedAt),
            <form method="post" action={`${basePath}/tai-khoan/khoa/${id}/bo`}>
              <button type="submit" class="quiet" aria-label={say.removeOf(name)}>
                {say.remove}
              </button>
            </form>,
          ])}
        />
      )}
      {site === undefined ? (
        <p>{say.onlyHttps}</p>
      ) : !isRecent(session.verifiedAt, now()) ? (
        <p>
          {`${say.proveFirst} `}
          <a href={`${basePath}/xac-nhan?den=/tai-khoan`}>{say.prove}</a>
        </p>
      ) : (
        <>
          <noscript>
            <p>{say.needsScript}</p>
          </noscript>
          <PasskeyForm
            c={c}
            context={context}
            ask={{ use: 'add', options: creationOptions({ ring, site, whose: session.id }, account, known, now()) }}
            action="/tai-khoan/khoa"
            button={say.add}
          >
            <FieldView id="ten-khoa" name="ten" label={say.name} hint={say.nameHint} value="" />
          </PasskeyForm>
        </>
      )}
    </section>
  );
}

/** The form for it; nothing where the account has no key or none can be used here. */
export async function passkeyConfirmation({ c, context, own: { session }, account }: OwnPart) {
  const site = passkeySite(c, context);
  const known = site === undefined ? [] : await context.register.passkeys.of(account.id);
  if (site === undefined || known.length === 0) return null;
  const going = returnPath(c.req.query('den'));
  const options = requestOptions({ ring: context.ring, site, whose: session.id }, 'again', known, context.now());
  return (
    <PasskeyForm
      c={c}
      context={context}
      ask={{ use: 'again', options }}
      action={`/xac-nhan/khoa${going === undefined ? '' : `?den=${going}`}`}
      button={say.confirm}
    />
  );
}
