import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { present } from '../../dsl/present.ts';
import type { Act } from '../../dsl/rules/index.ts';
import { addDays, type Day, dayOf, type Instant, partsOf } from '../../dsl/time/day.ts';
import type { WorkCalendar } from '../../dsl/time/work-calendar.ts';
import { UserError } from '../../dsl/user-error.ts';
import { isDated, readNoticeBytes } from '../../notices/index.ts';
import { shippedRules } from '../../policies/index.ts';
import { type DirectiveRecord, loadDirectory, type Register } from '../../register/index.ts';
import { ownFile } from '../../system/own-files.ts';
import { SAMPLE } from '../../texts/staff/index.ts';
import { actOn } from '../act.ts';
import { issueNotice } from '../issue.ts';
import { noticesOf } from '../registration.ts';
import { lastAtWork } from './at-work.ts';

const NOTICE = 'giao-ban-mau.txt';
/** Days before today on which the sample notice is dated; its own days are counted from today. */
const ANCHOR = -12;
const LOOK_MS = 50;
/** A machine that is busy takes its time to the first step; one that takes longer has something wrong with it. */
const PATIENCE_MS = 120_000;

export interface SampleOffice {
  readonly register: Register;
  readonly client: Client;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

/** Fills an empty register with an office as it might be today: a directory, a notice under way, what people have done. */
export async function fillSample({ register, client, calendar, now }: SampleOffice): Promise<void> {
  await register.directory.import(loadDirectory(ownFile('register/samples/danh-ba-mau.yaml')));
  const template = await readFile(ownFile(`notices/samples/${NOTICE}`), 'utf8');
  const file = await readNoticeBytes(new TextEncoder().encode(dated(template, dayOf(now))), NOTICE, {
    calendar,
    issued: addDays(dayOf(now), ANCHOR),
  });
  const issuedAt = lastAtWork(now, calendar);
  const confirmation = { by: SAMPLE.operator, directives: [] };
  for (const read of noticesOf({ text: file.text, notices: file.notices.filter(isDated) }, NOTICE)) {
    const options = { client, register, calendar, issuedAt, rules: shippedRules, confirmation };
    const { directives } = await issueNotice(read, { ...options, allowUnknown: true, allowPast: true });
    for (const directive of directives) await live({ client, register }, directive, dayOf(now));
  }
}

/** `{{+3}}`: the day three days after today. */
function dated(template: string, today: Day): string {
  return template.replace(/\{\{([+-]\d+)\}\}/g, (_, days: string) => {
    const { year, month, date } = partsOf(addDays(today, Number(days)));
    return `${date}/${month}/${year}`;
  });
}

/** What has been done, by the number of the directive in the notice. */
async function live(
  { client, register }: Pick<SampleOffice, 'client' | 'register'>,
  directive: DirectiveRecord,
  today: Day,
): Promise<void> {
  const acts = actsOf(directive, today);
  if (acts.length > 0) await given(register, directive.id);
  for (const act of acts) await actOn({ client, register }, directive.id, act, randomUUID());
}

/**
 * Nobody acts on what is not given yet: its workflow has begun, and takes a moment to its first step.
 * @throws UserError where it takes too long
 */
export async function given(
  register: { readonly directives: { find(id: string): Promise<Pick<DirectiveRecord, 'status'> | undefined> } },
  id: string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const until = Date.now() + patienceMs;
  while ((await register.directives.find(id))?.status === 'waiting') {
    if (Date.now() > until) throw new UserError(SAMPLE.notGiven(id, Math.round(patienceMs / 1_000)));
    await setTimeout(LOOK_MS);
  }
}

function actsOf({ localId, lead }: DirectiveRecord, today: Day): readonly Act[] {
  const [first] = lead;
  const by = { party: 'lead', ...present({ agency: first?.agency }) } as const;
  const got: Act = { type: 'acknowledge', by };
  const { results } = SAMPLE;
  switch (localId) {
    case '2':
      return [
        got,
        {
          type: 'ask-explanation',
          by: { party: 'secretariat' },
          due: addDays(today, 3),
          text: results.explanationAsked,
        },
        { type: 'explain', by, text: results.explanation },
      ];
    case '4':
      return [got];
    case '3':
      return [got, { type: 'submit-result', by, text: results.submitted }];
    case '5':
      return [
        got,
        { type: 'submit-result', by, text: results.approved },
        { type: 'approve', by: { party: 'secretariat' } },
      ];
    case '6':
      return [got, { type: 'ask-extension', by, due: addDays(today, 20), reason: results.extension }];
    default:
      return [];
  }
}
