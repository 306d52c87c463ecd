/*
 * Before each file of `npm run test:fast`: with DONDOC_TEST_NOW the wall clock goes on from that instant, so that tests
 * can be seen at night, on a Sunday, on 29 February. Temporal keeps the machine's clock, so only these tests can.
 */
const now = process.env['DONDOC_TEST_NOW'];
if (now !== undefined) {
  const Real = Date;
  const offset = Real.parse(now) - Real.now();
  if (Number.isNaN(offset)) throw new Error(`DONDOC_TEST_NOW=${now} is no instant: 2032-02-29T23:40:00+07:00`);
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + offset] : given));
    }
    static now() {
      return Real.now() + offset;
    }
  };
}
