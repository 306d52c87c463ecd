import { UserError } from '../dsl/user-error.ts';
import { IdentityProvider } from '../office/accounts/index.ts';
import type { Config } from '../settings/config.ts';
import { DOCTOR_LINES } from '../texts/service.ts';

/** Where the office's own sign-in sends people back to. */
export function backTo(url: string): string {
  return `${url}/dang-nhap/tra-ve`;
}

/**
 * The office's own sign-in: does it answer, and is it the one that is named? In words; '' where there is none.
 * @throws UserError saying what to do
 */
export async function providerStanding({ oidc, console: { url } }: Pick<Config, 'oidc' | 'console'>): Promise<string> {
  if (oidc === undefined) return '';
  try {
    await new IdentityProvider(oidc).tryOut();
  } catch (error) {
    throw new UserError(
      DOCTOR_LINES.providerTrouble(oidc.issuer, error instanceof Error ? error.message : String(error)),
    );
  }
  if (url === undefined) throw new UserError(DOCTOR_LINES.providerNoUrl);
  return DOCTOR_LINES.provider(oidc.issuer, backTo(url));
}
