import { hostname } from 'node:os';
import { civilServants } from '../dsl/time/civil-servants.ts';
import { openRegister, type Register } from '../register/index.ts';
import type { Config } from '../settings/config.ts';
import { readConfig } from '../settings/read-config.ts';
import { keepPrivate } from '../system/private-folder.ts';
import { composeMessage } from '../texts/messages/index.ts';
import { officeRegisterPlace } from './register-place.ts';

/* Apart from the session: who only looks something up does not wait for Temporal's client to load. */

/** The office's register, as every command opens it, in a folder only its owner can open. */
export async function openOfficeRegister(config: Config = readConfig()): Promise<Register> {
  // A folder that cannot be made is told of by whoever opens the register in it.
  await keepPrivate(config.dataFolder).catch(() => {});
  return openRegister({
    ...officeRegisterPlace(config),
    compose: composeMessage,
    mailDomain: mailDomainOf(config),
    calendar: civilServants,
  });
}

/** The register for one piece of work; closed again whatever comes of it. */
export async function withRegister<T>(work: (register: Register) => Promise<T>, config?: Config): Promise<T> {
  const register = await openOfficeRegister(config);
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

/** Message-IDs carry the domain mail comes from. */
function mailDomainOf({ mail }: Config): string {
  const domain = mail.from === undefined ? undefined : /@([^\s>]+)/.exec(mail.from)?.[1];
  return domain ?? `${hostname().replace(/[^A-Za-z0-9.-]/g, '-')}.local`;
}
