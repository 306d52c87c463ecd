import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

/*
 * The house as docs/architecture.md tells it, held against the imports. Read as text: what is compared are lines every
 * formatter leaves alone.
 */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOC = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const BLOCK = /```rooms\n([\s\S]*?)```/.exec(DOC)?.[1] ?? '';
/** Room by room, the uppermost first: the rooms it imports. */
const TOLD: ReadonlyMap<string, readonly string[]> = new Map(
  BLOCK.trim()
    .split('\n')
    .map((line) => {
      const [room = '', rest = ''] = line.split(': ');
      return [room, rest === 'nothing' ? [] : rest.split(', ')];
    }),
);

interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Gone when the program runs. */
  readonly type: boolean;
  /** Loaded only once it is wanted: nothing waits for it at the start. */
  readonly lazy?: true;
}

const FILES = [...TOLD.keys()].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name.split(sep).join('/')}`),
);
const SOURCES: ReadonlyMap<string, string> = new Map(
  FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);

const STATIC = /^(?:import|export)\s+(type\s+)?([^;]*?)\bfrom\s+'(\.[^']+)';/gm;
const LAZY = /\bimport\('(\.[^']+)'\)/g;
const ARROWS: readonly Arrow[] = [...SOURCES].flatMap(([from, text]) => {
  const target = (path: string) =>
    normalize(join(dirname(from), path))
      .split(sep)
      .join('/');
  const statics = [...text.matchAll(STATIC)].map(([, type, names = '', path = '']) => ({
    ...{ from, to: target(path) },
    type: type !== undefined || namesOf(names).every((name) => name.startsWith('type ')),
  }));
  return [
    ...statics,
    ...[...text.matchAll(LAZY)].map(([, path = '']) => ({ from, to: target(path), type: false, lazy: true as const })),
  ];
});

function namesOf(clause: string): string[] {
  const inside = /\{([^}]*)\}/.exec(clause)?.[1];
  return inside === undefined
    ? [clause]
    : inside
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';
/** The parts of `dsl` are rooms of their own to each other. */
const partOf = (file: string): string =>
  file.startsWith('dsl/') ? file.split('/').slice(0, 2).join('/') : roomOf(file);

/** Sets of nodes each of which leads to all the others, by Tarjan's algorithm. */
function cyclesIn(arrows: readonly { readonly from: string; readonly to: string }[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) if (from !== to) next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    let lowest = own;
    stack.push(node);
    for (const to of next.get(node) ?? []) {
      if (!index.has(to)) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, index.get(to) ?? lowest);
    }
    if (lowest === own) {
      const cycle = stack.splice(stack.lastIndexOf(node));
      if (cycle.length > 1) found.push(cycle.sort());
    }
    return lowest;
  };
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return found;
}

describe('the rooms', () => {
  test('there are files, imports, and a block to compare them with', () => {
    expect(TOLD.size).toBeGreaterThan(15);
    expect(FILES.length).toBeGreaterThan(500);
    expect(ARROWS.length).toBeGreaterThan(2_000);
  });

  test.each([...TOLD])('%s imports what the document says, no more and no less', (room, told) => {
    const real = ARROWS.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room).map(({ to }) =>
      roomOf(to),
    );
    expect([...new Set(real)].sort()).toEqual([...told].sort());
  });

  test('arrows between rooms, and between the parts of dsl, point one way', () => {
    expect(cyclesIn(ARROWS.map(({ from, to }) => ({ from: partOf(from), to: partOf(to) })))).toEqual([]);
  });
});

describe('files', () => {
  test('no file needs itself to be loaded', () => {
    expect(cyclesIn(ARROWS.filter(({ type, lazy }) => !type && !lazy))).toEqual([]);
  });

  test('types refer to each other in a circle only inside one part of the house', () => {
    const wide = cyclesIn(ARROWS).filter((files) => new Set(files.map(partOf)).size > 1);
    expect(wide).toEqual([]);
  });

  test('a name is exported by one file; only an index passes names on', () => {
    const DECLARED = /^export (?:abstract )?(?:async )?(?:function\*?|class|interface|type|const|let|enum) (\w+)/gm;
    const homes = new Map<string, string[]>();
    for (const [file, text] of SOURCES)
      for (const [, name = ''] of text.matchAll(DECLARED)) homes.set(name, [...(homes.get(name) ?? []), file]);
    expect([...homes].filter(([, files]) => new Set(files).size > 1)).toEqual([]);
    const passing = [...SOURCES].filter(
      ([file, text]) => !file.endsWith('/index.ts') && /^export (?:type )?\{(?! \w+ as default )/m.test(text),
    );
    expect(passing.map(([file]) => file)).toEqual([]);
  });
});
