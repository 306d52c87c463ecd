import type { Context } from 'hono';
import { present } from '../../dsl/present.ts';
import { UserError } from '../../dsl/user-error.ts';
import { INIT_TEXTS } from '../../texts/settings.ts';
import { ACCOUNTS, CHANNELS_PAGE, SESSIONS, SETTINGS_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { SettingsDesk } from '../settings-desk.ts';
import type { StaffContext, StaffVisit } from './context.ts';
import { type SentFields, sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';
import { DecideCard, HoursCard, MailCard, PagesCard, ProviderCard, WarningsCard, ZaloCard } from './settings-cards.tsx';

const DONE = { ghi: say.saved, thu: say.savedMail } as const;

export async function showSettings(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const done = c.req.query('da');
  const text = done === undefined ? undefined : (DONE[done as keyof typeof DONE] ?? say.saved);
  return settingsPage(c, context, visit, text === undefined ? undefined : { kind: 'done', text });
}

/** Writes what a form says, or shows the page with the reason why not. */
function takes(done: keyof typeof DONE, write: (desk: SettingsDesk, sent: SentFields) => Promise<void>) {
  return async (c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> => {
    const sent = await sentFields(c);
    if (!sent) return problemPage(c, context, 'badForm');
    if (!context.settings) return problemPage(c, context, 'notFound');
    try {
      await write(context.settings, sent);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return settingsPage(c, context, visit, { kind: 'refused', text: error.message }, 422);
    }
    return c.redirect(`${visit.top}/cai-dat?da=${done}`, 303);
  };
}

export const saveMail = takes('thu', (desk, sent) =>
  desk.saveMail({
    officeName: sent.line('ten'),
    address: sent.line('dia-chi'),
    host: sent.line('may-chu'),
    security: sent.line('bao-mat'),
    port: sent.line('cong'),
    user: sent.line('tai-khoan'),
    password: sent.line('mat-khau'),
  }),
);

export const saveUrl = takes('ghi', (desk, sent) =>
  desk.save({ DONDOC_CONSOLE_URL: sent.line('dia-chi').replace(/\/+$/, '') }),
);

export const saveDecideBy = takes('ghi', (desk, sent) => desk.save({ DONDOC_DECIDE_BY: sent.line('cach') }));

export const saveZalo = takes('ghi', async (desk, sent) => {
  const appId = sent.line('ung-dung');
  // A person's word: what would go by Zalo goes by mail, and nothing waits for an account that is not to come.
  if (appId === '')
    return desk.save({ ZALO_APP_ID: '', ZALO_APP_SECRET: '', ZALO_TEMPLATE_ID: '', DONDOC_CHANNELS: 'email' });
  const [secret, templateId] = [sent.line('khoa'), sent.line('mau')];
  if ((secret === '' && !desk.current().zalo.hasSecret) || templateId === '') throw new UserError(say.zaloNeeds);
  return desk.save(
    present({
      ZALO_APP_ID: appId,
      ZALO_TEMPLATE_ID: templateId,
      DONDOC_CHANNELS: '',
      ZALO_APP_SECRET: secret === '' ? undefined : secret,
    }),
  );
});

/** Tries something with the settings as they are written, and says how it went. */
function tries(attempt: (desk: SettingsDesk, sent: SentFields) => Promise<Said>) {
  return async (c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> => {
    const sent = await sentFields(c);
    if (!sent) return problemPage(c, context, 'badForm');
    if (!context.settings) return problemPage(c, context, 'notFound');
    try {
      const said = await attempt(context.settings, sent);
      return settingsPage(c, context, visit, said, said.kind === 'done' ? 200 : 422);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return settingsPage(c, context, visit, { kind: 'refused', text: error.message }, 422);
    }
  };
}

export const tryMail = tries(async (desk, sent) => {
  const to = sent.line('toi');
  const fault = await desk.tryMail(to);
  return fault === null
    ? { kind: 'done', text: INIT_TEXTS.mailSent(to) }
    : { kind: 'refused', text: INIT_TEXTS.mailFails(fault) };
});

/** A secret is of one program at one sign-in: another is never told it. */
export const saveProvider = takes('ghi', async (desk, sent) => {
  const [issuer, clientId, secret] = [sent.line('noi'), sent.line('ma-ung-dung'), sent.line('khoa-ung-dung')];
  if (issuer === '') return desk.save({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' });
  const { oidc } = desk.current();
  const isHeld = oidc.hasSecret && oidc.issuer === issuer && oidc.clientId === clientId;
  if (clientId === '' || (secret === '' && !isHeld)) throw new UserError(say.providerNeeds);
  return desk.save(
    present({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret === '' ? undefined : secret }),
  );
});

export const tryProvider = tries(async (desk) => ({ kind: 'done', text: await desk.tryProvider() }));

export const tryZalo = tries(async (desk) => {
  const problems = await desk.tryZalo();
  return problems.length === 0 ? { kind: 'done', text: say.zaloWorks } : { kind: 'refused', text: problems.join('; ') };
});

function settingsPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  said?: Said,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  if (!context.settings) return problemPage(c, context, 'notFound');
  const view = context.settings.current();
  const here = `${visit.top}/cai-dat`;
  return staffPage(
    c,
    context,
    visit,
    present({ title: say.title, at: 'settings', status, said }),
    <>
      <section class="card">
        <h1>{say.title}</h1>
        <p class="hint">{say.intro}</p>
        <p>
          <a href={`${visit.top}/tai-khoan`}>{ACCOUNTS.open}</a>
        </p>
        <p>
          <a href={`${visit.top}/phien`}>{SESSIONS.open}</a>
        </p>
        {context.channels === undefined ? null : (
          <p>
            <a href={`${visit.top}/kenh`}>{CHANNELS_PAGE.open}</a>
          </p>
        )}
        {view.waiting.length === 0 ? null : <p class="fault">{say.waiting(view.waiting)}</p>}
        {view.fixed.length === 0 ? null : <p>{say.fixed(view.fixed)}</p>}
      </section>
      <WarningsCard warnings={view.warnings} />
      <MailCard here={here} view={view} />
      <PagesCard here={here} view={view} />
      <ZaloCard here={here} view={view} />
      <ProviderCard here={here} view={view} />
      <DecideCard here={here} view={view} />
      <HoursCard />
    </>,
  );
}
