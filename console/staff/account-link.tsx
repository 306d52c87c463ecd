import { invitePassword, passwordPath } from '../../office/accounts/index.ts';
import { TICKET_MS } from '../../office/staff/index.ts';
import type { StaffAccount } from '../../register/index.ts';
import { ACCOUNTS as say } from '../../texts/staff/index.ts';
import type { StaffContext } from './context.ts';

export interface PasswordLink {
  readonly url: string;
  readonly until: number;
  /** How its mail went; absent where none was asked for. */
  readonly mail?: string;
}

/** A new link by which the account's person chooses a password; those before it open nothing any more. */
export async function newLink(context: StaffContext, account: StaffAccount, byMail: boolean): Promise<PasswordLink> {
  const { register, now, baseUrl, sendMail } = context;
  const url = `${baseUrl()}${passwordPath(await invitePassword(register, account, now()))}`;
  const until = now() + TICKET_MS;
  if (!byMail || !sendMail) return { url, until };
  const { name, login } = account;
  const fault = await sendMail({ to: login, subject: say.mailSubject, text: say.mail(name, login, url, until) });
  return { url, until, mail: fault === null ? say.mailed(login) : say.notMailed(login) };
}

/** The link, shown once: the register keeps its hash. */
export function LinkCard({ account, link }: { readonly account: StaffAccount; readonly link: PasswordLink }) {
  return (
    <section class="card" role="status">
      <h2>{say.linkTitle}</h2>
      <p>{say.link(account.name, link.until)}</p>
      <p class="quote">{link.url}</p>
      {link.mail === undefined ? null : <p>{link.mail}</p>}
    </section>
  );
}
