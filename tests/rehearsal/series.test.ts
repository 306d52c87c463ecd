import { describe, expect, test } from '@jest/globals';
import { nextWorkingDay, type Policy } from '../../dsl/policy/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, instantAt } from '../../dsl/time/day.ts';
import { tasksOfNotice } from '../../office/registration.ts';
import { directiveOf, opensAt, type Task } from '../../office/task.ts';
import { recurringReport, shippedRules } from '../../policies/index.ts';
import { ActsScript } from '../../rehearsal/acts-file.ts';
import { randomActs } from '../../rehearsal/random-acts.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { rehearsalJson } from '../../rehearsal/result.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

/* What recurs is rehearsed with its own workflow: it opens the occurrences the plan draws, on the real Temporal. */

const ISSUED = '2024-12-31';
const issuedAt = instantAt(ISSUED, 8 * 60);
const monthly = (number: string) =>
  sketchNotice(number, ISSUED, [
    { id: 'I.1', lead: 'Sở Y tế', due: '2025-01-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
  ]);
const shared = useSandbox(standInDirectory([monthly('0/TB')]));
const policy: Policy = { ...recurringReport, onDayOff: nextWorkingDay };
const drawn = (task: Task) =>
  randomActs(5, task.id, task.policy, directiveOf(task, issuedAt, civilServants), opensAt(task, issuedAt));

describe('a monthly report, a year ahead', () => {
  test('its workflow opens the eleven after the first, each as planned, and each lives as previewed', async () => {
    const read = monthly('1/TB');
    const rehearsed = await rehearse(shared.sandbox, [read], { rules: shippedRules, policy, issuedAt, acts: drawn });
    const { series, matchesPlan, differences, engine } = rehearsalJson(rehearsed, 0);
    expect({ matchesPlan, differences }).toEqual({ matchesPlan: true, differences: undefined });
    expect(series).toEqual([{ id: `${read.id}/I.1`, planned: 12, opened: 12 }]);
    expect(rehearsed.results.map((p) => p.task.id)).toEqual(rehearsed.series[0]?.opened);
    expect(engine.workflows).toBe(13);
    // The plan's clock and that of what its workflow started are the same: first told in the morning after the opening.
    const second = rehearsed.results[1]?.view;
    expect(second?.directive.issueState).toBe('started');
    const first = second?.messages.find((m) => m.kind === 'assignment');
    expect(first && new Date(first.at).toISOString().slice(0, 10)).toBe('2025-02-03');
  });

  test('a script cannot act on what is not open yet', () => {
    const tasks = tasksOfNotice(monthly('1/TB'), { rules: shippedRules, policy });
    const of = (on: string, day: Day) => ActsScript.of([{ on, directive: `I.1/${day}`, act: 'acknowledge' }], 'a.yaml');
    expect(() => of('2025-02-10', '2025-03-24').requireKnown(tasks, 'a.yaml', issuedAt)).toThrow(
      /thứ 1, on: 2025-02-10 trước lúc mở kỳ I\.1\/2025-03-24 \(23:\d\d 24\/02\/2025\)/,
    );
    expect(() => of('2025-02-25', '2025-03-24').requireKnown(tasks, 'a.yaml', issuedAt)).not.toThrow();
  });

  test('what its workflow opens otherwise than planned is a difference', async () => {
    const read = monthly('2/TB');
    const calendar = { ...civilServants, version: '2030-01-01', off: [...civilServants.off, '2025-03-24'] };
    await shared.sandbox.register.calendars.save({ calendar, source: 'thử' });
    const only = ({ part = '' }: Task) => part <= '2025-03-24';
    const rehearsed = await rehearse(shared.sandbox, [read], { rules: shippedRules, policy, issuedAt, only });
    const { differences = [], matchesPlan } = rehearsalJson(rehearsed, 0);
    expect(matchesPlan).toBe(false);
    expect(differences).toContainEqual({
      ...{ directive: `${read.id}/I.1`, key: `${read.id}/I.1/2025-03-24` },
      ...{ planned: '2025-03-24', run: '2025-03-25' },
    });
  });
});
