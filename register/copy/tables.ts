import type { Tables } from '../schema.ts';

/**
 * The primary key of every table, in an order in which each comes after those it refers to: what is written in it can
 * be loaded from top to bottom. A table that is forgotten here does not compile.
 */
export const KEYS = {
  meta: ['key'],
  notices: ['id'],
  directives: ['id'],
  series: ['id'],
  seriesActs: ['seriesId', 'seq'],
  directiveLists: ['directiveId'],
  directiveStandings: ['directiveId', 'since'],
  directiveWords: ['word', 'directiveId'],
  directiveParties: ['agency', 'party', 'directiveId'],
  events: ['directiveId', 'seq'],
  lineage: ['fromId', 'toId'],
  agencies: ['id'],
  agencyAliases: ['agencyId', 'alias'],
  groupMembers: ['groupId', 'agencyId'],
  people: ['id'],
  posts: ['agencyId', 'personId', 'function', 'validFrom'],
  successions: ['id'],
  messages: ['id'],
  messageEvents: ['messageId', 'revision'],
  sentTexts: ['id'],
  contradictions: ['messageId', 'said'],
  calls: ['messageId'],
  channels: ['channel'],
  links: ['id'],
  evidence: ['directiveId', 'sha256'],
  replies: ['id'],
  inbox: ['id'],
  inboxCounts: ['channel', 'day', 'what'],
  calendars: ['id', 'version'],
  corrections: ['noticeId', 'seq'],
  incidents: ['directiveId', 'kind', 'step', 'foundAt'],
  operators: ['id'],
  policyOverrides: ['directiveId', 'policyVersion', 'at'],
  verdicts: ['key'],
  drafts: ['id'],
  staffSessions: ['id'],
  staffTickets: ['id'],
  staffAccounts: ['id'],
  staffPasskeys: ['id'],
  answeredChallenges: ['id'],
} as const satisfies { readonly [T in keyof Tables]: readonly (keyof Tables[T])[] };

/** The names of all tables as they stand in the database, in the same order. */
export function tableNames(): string[] {
  return Object.keys(KEYS).map(inDatabase);
}

/** A table's or column's name as the dialect's plugin writes it. */
export function inDatabase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
