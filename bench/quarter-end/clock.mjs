/** Domain time that runs with the machine's while there is work, so that slow work makes late messages, and skips the rest. */
export function skippingClock(start) {
  let base = start;
  let mark = Date.now();
  const now = () => base + (Date.now() - mark);
  return {
    now,
    skipTo(instant) {
      if (instant <= now()) return;
      base = instant;
      mark = Date.now();
    },
  };
}
