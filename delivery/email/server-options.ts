import { present } from '../../dsl/present.ts';
import type { SmtpServer } from './options.ts';

/** A mail server as nodemailer takes it, whatever is sent. */
export function serverOptions({ host, port, secure, requireTls, user, password = '' }: SmtpServer) {
  return present({
    host,
    port,
    secure,
    requireTLS: requireTls,
    auth: user === undefined ? undefined : { user, pass: password },
    // Mail is made from plain texts only; no address or text may ever name a file or a page to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
