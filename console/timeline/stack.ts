/** A label below a line, joined by a thin line (leader) to its place on it. */
export interface Hanging {
  /** Where its leader hangs. */
  readonly x: number;
  readonly width: number;
}

export interface Place {
  readonly row: number;
  readonly left: number;
}

export interface Room {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
}

const GAP = 8;
/** A label stands a little after its leader, so that what hangs on the same place runs past it. */
const AFTER = 4;

/**
 * Rows for labels below a line, none over another and none crossed by a leader: from the last to the first, each in
 * the first row where it ends before what stands there and before the leaders that go through. A label with no row
 * gets null. `labels` in order of x.
 */
export function stack(labels: readonly Hanging[], room: Room): (Place | null)[] {
  const edges: number[] = Array.from({ length: room.rows }, () => Number.POSITIVE_INFINITY);
  const places: (Place | null)[] = [];
  for (const { x, width } of [...labels].reverse()) {
    const left = Math.max(room.left, Math.min(x + AFTER, room.right - width));
    const row = edges.findIndex((edge) => left + width + GAP <= edge);
    if (row >= 0) {
      for (let above = 0; above <= row; above++) edges[above] = Math.min(edges[above] ?? x, x);
      edges[row] = Math.min(left, x);
    }
    places.push(row < 0 ? null : { row, left });
  }
  return places.reverse();
}

/** Levels for forms that would cover each other on one line: each on the first level that is free there. */
export function levels(xs: readonly number[], apart: number): number[] {
  const last: number[] = [];
  return xs.map((x) => {
    const free = last.findIndex((before) => x - before >= apart);
    const level = free < 0 ? last.length : free;
    last[level] = x;
    return level;
  });
}
