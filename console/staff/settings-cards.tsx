import type { Child } from 'hono/jsx';
import { present } from '../../dsl/present.ts';
import { SETTINGS_PAGE as say } from '../../texts/staff/index.ts';
import type { SettingsView } from '../settings-desk.ts';
import { FieldView } from './field-view.tsx';

interface CardProps {
  readonly here: string;
  readonly view: SettingsView;
}

export function WarningsCard({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section class="card">
      <h2>{say.look}</h2>
      <ul>
        {warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    </section>
  );
}

/** How mail leaves, and a trial of it. */
export function MailCard({ here, view }: CardProps) {
  const { server, officeName, address } = view;
  return (
    <section class="card" id="thu">
      <h2>{say.mail}</h2>
      <p>{server.host === '' ? say.mailOff : say.mailOn(address, server.host)}</p>
      <form method="post" action={`${here}/thu`}>
        <Row>
          <FieldView
            id="ten"
            name="ten"
            label={say.officeName}
            hint={say.officeNameHint}
            value={officeName}
            isRequired
          />
          <FieldView id="dia-chi" name="dia-chi" type="email" label={say.address} value={address} isRequired />
        </Row>
        <Row>
          <FieldView id="may-chu" name="may-chu" label={say.host} hint={say.hostHint} value={server.host} />
          <div class="field">
            <label for="bao-mat">{say.security}</label>
            <select id="bao-mat" name="bao-mat">
              {Object.entries(say.securities).map(([id, name]) => (
                <option value={id} selected={id === server.security}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <FieldView id="cong" name="cong" label={say.port} hint={say.portHint} value={server.port} />
        </Row>
        <Row>
          <FieldView id="tai-khoan" name="tai-khoan" label={say.user} hint={say.userHint} value={server.user} />
          <FieldView
            id="mat-khau"
            name="mat-khau"
            type="password"
            label={say.password}
            {...present({ hint: server.hasPassword ? say.passwordHeld : undefined })}
          />
        </Row>
        <button type="submit">{say.save}</button>
      </form>
      <form method="post" action={`${here}/thu/gui-thu`} class="row">
        <FieldView id="toi" name="toi" type="email" label={say.tryTo} hint={say.tryHint} value={address} isRequired />
        <button type="submit" class="quiet">
          {say.tryMail}
        </button>
      </form>
    </section>
  );
}

/** Where people reach the pages. */
export function PagesCard({ here, view: { url } }: CardProps) {
  return (
    <section class="card" id="trang">
      <h2>{say.pages}</h2>
      <p>{url === '' ? say.pagesOff : <a href={url}>{`${say.tryUrl}: ${url}`}</a>}</p>
      <form method="post" action={`${here}/trang`} class="row">
        <FieldView id="dia-chi-trang" name="dia-chi" type="url" label={say.url} hint={say.urlHint} value={url} />
        <button type="submit">{say.save}</button>
      </form>
    </section>
  );
}

export function ZaloCard({ here, view: { zalo } }: CardProps) {
  const held = zalo.hasSecret ? { hint: say.passwordHeld } : {};
  return (
    <section class="card" id="zalo">
      <h2>{say.zalo}</h2>
      <p>{zalo.appId === '' ? say.zaloOff : say.zaloOn(zalo.appId)}</p>
      <p class="hint">{say.zaloHint}</p>
      <form method="post" action={`${here}/zalo`}>
        <Row>
          <FieldView id="ung-dung" name="ung-dung" label={say.appId} hint={say.appIdHint} value={zalo.appId} />
          <FieldView id="khoa" name="khoa" type="password" label={say.secret} {...held} />
          <FieldView id="mau" name="mau" label={say.templateId} value={zalo.templateId} />
        </Row>
        <button type="submit">{say.save}</button>
      </form>
      <form method="post" action={`${here}/zalo/hoi`}>
        <button type="submit" class="quiet">
          {say.tryZalo}
        </button>
      </form>
    </section>
  );
}

/** The sign-in the office has for all its programs. */
export function ProviderCard({ here, view: { oidc } }: CardProps) {
  const held = oidc.hasSecret ? { hint: say.providerHeld } : {};
  return (
    <section class="card" id="dang-nhap">
      <h2>{say.provider}</h2>
      <p>{oidc.issuer === '' ? say.providerOff : oidc.issuer}</p>
      <p class="hint">{say.providerHint}</p>
      <p>{oidc.back === '' ? say.providerNoBack : say.providerBack(oidc.back)}</p>
      <form method="post" action={`${here}/dang-nhap`}>
        <Row>
          <FieldView id="noi" name="noi" type="url" label={say.issuer} hint={say.issuerHint} value={oidc.issuer} />
          <FieldView id="ma-ung-dung" name="ma-ung-dung" label={say.clientId} value={oidc.clientId} />
          <FieldView
            id="khoa-ung-dung"
            name="khoa-ung-dung"
            type="password"
            label={say.clientSecret}
            autocomplete="off"
            {...held}
          />
        </Row>
        <button type="submit">{say.save}</button>
      </form>
      <form method="post" action={`${here}/dang-nhap/hoi`}>
        <button type="submit" class="quiet">
          {say.tryProvider}
        </button>
      </form>
    </section>
  );
}

/** What approving a result and granting more time ask for. */
export function DecideCard({ here, view: { decideBy } }: CardProps) {
  return (
    <section class="card" id="quyet-dinh">
      <h2>{say.decide}</h2>
      <form method="post" action={`${here}/quyet-dinh`} class="row">
        <div class="field">
          <label for="cach">{say.decideBy}</label>
          <select id="cach" name="cach">
            {Object.entries(say.decideWays).map(([id, name]) => (
              <option value={id} selected={id === decideBy}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{say.save}</button>
      </form>
    </section>
  );
}

export function HoursCard() {
  return (
    <section class="card" id="gio">
      <h2>{say.hours}</h2>
      <p>{say.hoursHint}</p>
    </section>
  );
}

function Row({ children }: { readonly children: Child }) {
  return <div class="row">{children}</div>;
}
