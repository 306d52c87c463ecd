import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../dsl/time/day.ts';
import { shippedRules } from '../../policies/index.ts';
import { parentOf } from '../../register/index.ts';
import { ActsScript } from '../../rehearsal/acts-file.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { rehearsalJson } from '../../rehearsal/result.ts';
import { province } from '../support/directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { useSandbox } from '../support/sandbox.ts';

/* What a group is given, on the real Temporal: every share goes by the plan of the whole. */

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);
const shared = useSandbox(province(3));

describe('a group', () => {
  test('goes as planned, each member by its own acts', async () => {
    const read = sketchNotice('31/TB', DAY, [{ id: 'II.3', lead: 'UBND các xã', due: '2025-10-31' }]);
    const acts = [
      { on: '2025-09-04', directive: 'II.3', act: 'acknowledge' },
      { on: '2025-10-10', directive: 'II.3@xa-2', act: 'submit-result', text: 'Báo cáo' },
      { on: '2025-10-13', directive: 'II.3@xa-2', act: 'approve', by: 'secretariat' },
    ];
    const script = ActsScript.of(acts, 'kich-ban');
    const rehearsed = await rehearse(shared.sandbox, [read], {
      ...{ rules: shippedRules, issuedAt },
      acts: (task) => script.actsFor(task),
    });
    const { differences, matchesPlan, directives, acts: counted } = rehearsalJson(rehearsed, 0);
    expect({ differences, matchesPlan }).toEqual({ differences: undefined, matchesPlan: true });
    expect(directives.map(({ id }) => id).sort()).toEqual(['II.3@xa-1', 'II.3@xa-2', 'II.3@xa-3']);
    expect(counted.taken).toEqual({ acknowledge: 3, 'submit-result': 1, approve: 1 });
    const [silent, other] = directives.filter(({ id }) => id !== 'II.3@xa-2');
    const instants = (one: typeof silent) => one?.steps.map(({ at, to }) => `${at} ${to}`);
    expect(instants(silent)).toEqual(instants(other));
    const members = rehearsed.results.map(({ view }) => view.directive);
    expect(parentOf(members, instantAt('2025-11-03', 0)).sums).toEqual({ total: 3, acknowledged: 3, done: 1, late: 2 });
  });
});
