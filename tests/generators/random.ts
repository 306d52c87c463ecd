/** Numbers that a seed decides: a failing case is named by its seed and can be written again. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole, from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items in the order drawn. */
  draw<T>(items: readonly T[], count: number): T[];
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, even enough for tests, the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  // Neighbouring seeds begin alike; a few steps part them.
  for (let i = 0; i < 4; i++) next();
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const draw = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(int(0, left.length - 1), 1));
    return drawn;
  };
  return { next, int, chance: (probability) => next() < probability, pick, draw };
}
