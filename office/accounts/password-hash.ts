import { samePassword } from './password-rule.ts';
import type { PasswordWork } from './password-work.ts';

/** More than OWASP asks of Argon2id at least: 46 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const;

/** The hash of words nobody knows, made with the same costs: a name without a password takes as long to refuse. */
export const NOBODYS =
  '$argon2id$v=19$m=47104,t=2,p=1$2UBWbUF/sqEcIyA1uClwBg$ypvL9Mefecq8dj3fXhpO90hrBF6CS79AuUi4JilUMYI';

/** Argon2id of a password, as it is kept; undefined where too many wait. */
export function hashPassword(work: PasswordWork, password: string): Promise<string | undefined> {
  return work.run(async () => (await argon2()).hash(samePassword(password), ARGON2));
}

/** Is it the password that was kept? Undefined where too many wait; the same work where none was kept. */
export function isPassword(work: PasswordWork, kept: string | null, password: string): Promise<boolean | undefined> {
  return work.run(
    async () => (await (await argon2()).verify(kept ?? NOBODYS, samePassword(password))) && kept !== null,
  );
}

/** Loaded once somebody signs in: no start waits for it. */
function argon2() {
  return import('@node-rs/argon2');
}
