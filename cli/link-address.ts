import { linkerOf } from '../office/links/index.ts';
import type { Register } from '../register/index.ts';
import { readConfig } from '../settings/read-config.ts';

/** What this command writes anew bears links, where it is known at which address the pages will be. */
export function carryLinks(register: Register): void {
  const { url } = readConfig().console;
  if (url !== undefined) register.links.carry(linkerOf({ baseUrl: url.replace(/\/+$/, '') }));
}
