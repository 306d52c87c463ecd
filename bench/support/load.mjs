import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

register('./ts-hooks.mjs', import.meta.url);

const ROOT = new URL('../../', import.meta.url);

/** A module of the checkout as it stands. */
export const source = (name) => import(new URL(`${name}.ts`, ROOT).href);

/** The generators the property tests use. */
export const generator = (name) => import(new URL(`tests/generators/${name}.ts`, ROOT).href);

/** A module of the second model of what a policy means. */
export const second = (name) => import(new URL(`tests/second-model/${name}.ts`, ROOT).href);

/** A module of the built product; `dist` names another build than the checkout's own. */
export function built(name, dist) {
  const base = dist ? pathToFileURL(`${resolve(dist)}/`) : new URL('dist/', ROOT);
  return import(new URL(name, base).href);
}

/** The reader and the calendar every measure reads with. */
export async function reader(dist) {
  const [deadline, calendar, notices, decode] = await Promise.all([
    built('deadline/index.js', dist),
    built('dsl/time/civil-servants.js', dist),
    built('notices/index.js', dist),
    built('notices/decode.js', dist),
  ]);
  return {
    readDeadlines: deadline.readDeadlines,
    readNotices: notices.readNotices,
    decodeNotice: decode.decodeNotice,
    calendar: calendar.civilServants,
  };
}
