import type { Rule } from './pdf-paths.ts';

/** A ruled table: the columns' and rows' edges, and which cells are one. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row and column of the cell that (r, c) is part of: itself unless merged. */
  owner(r: number, c: number): readonly [number, number];
}

const NEAR_PT = 3;
const MOST_PAIRS = 4_000_000;

/** The tables that the lines drawn on a page make: at least two columns. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const level = joined(rules.filter((r) => r.y0 === r.y1 || Math.abs(r.y1 - r.y0) < 0.5));
  const upright = joined(rules.filter((r) => Math.abs(r.y1 - r.y0) >= 0.5).map(turned));
  if (level.length * upright.length > MOST_PAIRS) return [];
  return groups(level, upright)
    .map(({ h, v }) => gridOf(h, v))
    .filter((g) => g.xs.length >= 3 && g.ys.length >= 2);
}

/** A line along one axis: at `at` across, from `from` to `to` along. */
interface Bar {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function turned(r: Rule): Rule {
  return { x0: r.y0, x1: r.y1, y0: r.x0, y1: r.x1 };
}

/** Pieces of one line (each cell draws its own edges) put together. */
function joined(rules: readonly Rule[]): Bar[] {
  const bars = rules.map((r): Bar => ({ at: r.y0, from: r.x0, to: r.x1 })).sort((a, b) => a.at - b.at);
  const out: Bar[] = [];
  for (let i = 0; i < bars.length; ) {
    const at = bars[i]?.at ?? 0;
    let j = i;
    while (j < bars.length && (bars[j]?.at ?? 0) - at <= NEAR_PT) j++;
    const same = bars.slice(i, j).sort((a, b) => a.from - b.from);
    let open: Bar | null = null;
    for (const b of same) {
      if (open && b.from <= open.to + NEAR_PT) open = { at, from: open.from, to: Math.max(open.to, b.to) };
      else {
        if (open) out.push(open);
        open = { ...b, at };
      }
    }
    if (open) out.push(open);
    i = j;
  }
  return out;
}

function groups(level: readonly Bar[], upright: readonly Bar[]): { h: Bar[]; v: Bar[] }[] {
  const parent = Array.from({ length: level.length + upright.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  level.forEach((h, i) => {
    upright.forEach((v, k) => {
      const meets =
        v.at >= h.from - NEAR_PT && v.at <= h.to + NEAR_PT && h.at >= v.from - NEAR_PT && h.at <= v.to + NEAR_PT;
      if (meets) parent[root(level.length + k)] = root(i);
    });
  });
  const found = new Map<number, { h: Bar[]; v: Bar[] }>();
  const at = (i: number) => {
    const group = found.get(root(i)) ?? { h: [], v: [] };
    found.set(root(i), group);
    return group;
  };
  level.forEach((h, i) => {
    at(i).h.push(h);
  });
  upright.forEach((v, k) => {
    at(level.length + k).v.push(v);
  });
  return [...found.values()];
}

function gridOf(h: readonly Bar[], v: readonly Bar[]): Grid {
  const xs = distinct(v);
  const ys = withOpenEnds(distinct(h), v);
  const covers = (bars: readonly Bar[], at: number, along: number): boolean =>
    bars.some((b) => Math.abs(b.at - at) <= NEAR_PT && b.from <= along && b.to >= along);
  const middle = (edges: readonly number[], k: number): number => ((edges[k] ?? 0) + (edges[k + 1] ?? 0)) / 2;
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const owners: (readonly [number, number])[][] = [];
  for (let r = 0; r < rows; r++) {
    owners.push([]);
    for (let c = 0; c < columns; c++) {
      const left = c > 0 && !covers(v, xs[c] ?? 0, middle(ys, r)) ? owners[r]?.[c - 1] : undefined;
      const above = r > 0 && !covers(h, ys[r] ?? 0, middle(xs, c)) ? owners[r - 1]?.[c] : undefined;
      owners[r]?.push(left ?? above ?? [r, c]);
    }
  }
  return { xs, ys, owner: (r, c) => owners[r]?.[c] ?? [r, c] };
}

/** A row cut by the page's end has no line there: its upright lines say where it ends. */
function withOpenEnds(ys: readonly number[], v: readonly Bar[]): number[] {
  const [first] = ys;
  const last = ys.at(-1);
  if (first === undefined || last === undefined) return [];
  const above = v.filter((b) => b.from < first - 2 * NEAR_PT);
  const below = v.filter((b) => b.to > last + 2 * NEAR_PT);
  return [
    ...(above.length >= 3 ? [Math.min(...above.map((b) => b.from))] : []),
    ...ys,
    ...(below.length >= 3 ? [Math.max(...below.map((b) => b.to))] : []),
  ];
}

function distinct(bars: readonly Bar[]): number[] {
  const out: number[] = [];
  for (const at of bars.map((b) => b.at).sort((a, b) => a - b)) if (at - (out.at(-1) ?? -1e9) > NEAR_PT) out.push(at);
  return out;
}
