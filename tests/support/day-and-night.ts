import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf, weekday } from '../../dsl/time/day.ts';

/*
 * For an office whose mails are waited for: its own policy sends day and night, and its calendar works today and
 * tomorrow, so that neither the hour nor the day decides what is seen.
 */

const POLICY = `id: ngay-dem
name: Ngày đêm
window: { from: "00:00", to: "23:59" }
assign: { to: lead, acknowledgeWithin: { workingDays: 1 } }
remind:
  - { to: lead, when: { before: { workingDays: 1 } } }
  - { to: lead, when: { whenSilentFor: { workingDays: 10 } } }
escalate:
  - { to: headOf(lead), when: { whenUnacknowledgedFor: { workingDays: 3 } } }
  - { to: headOf(lead), when: { after: { workingDays: 1 } } }
  - { to: supervisor, when: { after: { workingDays: 2 } } }
  - { to: issuer, when: { after: { workingDays: 4 } }, every: { workingDays: 5 }, atMost: 3 }
close: { submittedBy: lead, approvedBy: secretariat, approveWithin: { workingDays: 2 }, atMost: 5 }
`;

function calendarOfToday(): string {
  const today = dayOf(Date.now());
  return JSON.stringify({
    id: 'vn-cong-chuc',
    version: today,
    knownUntil: addDays(today, 30),
    source: 'Lịch của phép thử',
    off: [],
    worked: [today, addDays(today, 1)].filter((day) => weekday(day) >= 6),
  });
}

/** Puts the policy `ngay-dem` into the data folder `data` of a folder, and a calendar `lich.json` beside it. */
export async function writeDayAndNight(folder: string): Promise<void> {
  await writeFile(join(folder, 'lich.json'), calendarOfToday());
  await mkdir(join(folder, 'data', 'policies'), { recursive: true });
  await writeFile(join(folder, 'data', 'policies', 'ngay-dem.yaml'), POLICY);
}
