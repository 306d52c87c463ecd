/** Lets a loop sleep until someone rings, a time comes, or it is told to stop. A ring while it works is not lost. */
export class Doorbell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung && !signal.aborted && ms > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        const stop = () => resolve();
        signal.addEventListener('abort', stop, { once: true });
        this.#wake = () => resolve();
        this.#cleanUp = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
        };
      });
      this.#cleanUp?.();
      this.#wake = undefined;
    }
    this.#rung = false;
  }

  #cleanUp: (() => void) | undefined;
}
