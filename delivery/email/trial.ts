import { createTransport } from 'nodemailer';
import { codeOf } from '../../system/error-code.ts';
import { mailTrouble } from '../../texts/mail-trouble.ts';
import { oneLine } from '../../texts/messages/index.ts';
import type { MailOptions, SmtpServer } from './options.ts';
import { serverOptions } from './server-options.ts';

const PATIENCE_MS = 15_000;

/**
 * Asks a mail server whether it lets us in and, where a trial mail is given, has it taken. Null = it does; else what
 * went wrong and what to look at, with the server's or the network's words in brackets.
 */
export async function sendTrial(
  options: SmtpServer & Pick<MailOptions, 'fromName' | 'fromAddress'>,
  trial?: { readonly to: string; readonly subject: string; readonly text: string },
): Promise<string | null> {
  const transport = createTransport({
    ...serverOptions(options),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    if (trial) {
      const from = { name: options.fromName, address: options.fromAddress };
      await transport.sendMail({ from, ...trial, headers: { 'Auto-Submitted': 'auto-generated' } });
    }
    return null;
  } catch (error) {
    const said = oneLine(error instanceof Error ? error.message : String(error)).slice(0, 300);
    return mailTrouble(codeOf(error), said);
  } finally {
    transport.close();
  }
}
