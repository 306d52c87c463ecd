import TestSequencer from '@jest/test-sequencer';

/** The longest, most of which wait for servers to die and come back: begun first, they leave no core idle at the end. */
const LONGEST = [
  'workflows/kill',
  'drill/drill',
  'dsl/proof/shipped',
  'office/audit/scheduled',
  'generators/fuzz',
  'rehearsal/series',
  'workflows/long-life',
  'cli/office',
];

/** The order of a fresh clone, where jest has no times of an earlier run to go by. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
