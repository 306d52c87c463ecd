import { UserError } from '../dsl/user-error.ts';
import { ISSUE_REFUSALS } from '../texts/issue.ts';

/** One that says what stands in the way by throwing a UserError, or gives what it found. */
type Check = () => unknown;

/**
 * Makes every check, and says all that stands in the way at once: whoever has mended one thing should not meet the next.
 * @throws UserError with the words of the only obstacle, or of all of them, numbered, in one line.
 */
export async function requireAll(checks: readonly Check[]): Promise<void> {
  const obstacles: string[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      obstacles.push(error.message);
    }
  }
  const [first, ...more] = obstacles;
  if (first !== undefined) throw new UserError(more.length === 0 ? first : ISSUE_REFUSALS.several(obstacles));
}
