/** Work that goes on after the answer: who asked learns nothing from how long it takes. */
export class Background {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly onTrouble: (error: unknown) => void) {}

  run(work: () => Promise<void>): void {
    const one = work()
      .catch(this.onTrouble)
      .finally(() => this.running.delete(one));
    this.running.add(one);
  }

  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}
