/**
 * Closes one thing after the other, each whatever became of the one before.
 * @throws the first error, once all were tried.
 */
export async function closeInTurn(steps: readonly (() => unknown)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}
