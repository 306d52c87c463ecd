import JSZip from 'jszip';
import { type Random, randomOf } from '../random.ts';
import type { FileForm, SampleFile } from './samples.ts';

/** Whole numbers that break a reader who believes what a file says of itself. */
const EXTREME = [-1, 0, 1, 2, 127, 255, 32_767, 65_535, 65_536, 1_000_000, 2_147_483_647, 4_294_967_295];
const MOST_BYTES = 400_000;

/** A sample spoilt a few times over: bytes anywhere, or what its form is made of. The same seed does the same to it. */
export async function spoiltFile(seed: number, samples: readonly SampleFile[]): Promise<SampleFile> {
  const r = randomOf(seed ^ 0x2545f491);
  const sample = r.pick(samples);
  const alike = samples.filter((s) => s.form === sample.form);
  const zipped = sample.form === 'docx' || sample.form === 'xlsx';
  let bytes = r.chance(zipped ? 0.85 : 0.6) ? await inItsForm(r, sample, alike) : sample.bytes;
  if (bytes === sample.bytes || r.chance(zipped ? 0.1 : 0.3))
    for (let n = r.int(1, 5); n > 0; n--) bytes = r.pick(ON_BYTES)(r, bytes, r.pick(alike).bytes);
  return { form: sample.form, bytes: bytes.subarray(0, MOST_BYTES) };
}

type OnBytes = (r: Random, bytes: Buffer, other: Buffer) => Buffer;

const ON_BYTES: readonly OnBytes[] = [
  function flipBits(r, bytes) {
    const out = Buffer.from(bytes);
    for (let n = r.int(1, 24); n > 0 && out.length > 0; n--) {
      const at = r.int(0, out.length - 1);
      out[at] = (out[at] ?? 0) ^ (1 << r.int(0, 7));
    }
    return out;
  },
  function flipAtTheHead(r, bytes) {
    const out = Buffer.from(bytes);
    for (let n = r.int(1, 6); n > 0 && out.length > 0; n--) {
      const at = r.int(0, Math.min(out.length, 1600) - 1);
      out[at] = r.int(0, 255);
    }
    return out;
  },
  function cut(r, bytes) {
    return bytes.subarray(0, r.int(0, bytes.length));
  },
  function takeOut(r, bytes) {
    const at = r.int(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + r.int(1, 2000))]);
  },
  function twice(r, bytes) {
    const at = r.int(0, bytes.length);
    const piece = bytes.subarray(at, at + r.int(1, 3000));
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array.from({ length: r.int(2, 6) }, () => piece),
      bytes.subarray(at),
    ]);
  },
  function splice(r, bytes, other) {
    const [at, from] = [r.int(0, bytes.length), r.int(0, other.length)];
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + r.int(1, 8000)), bytes.subarray(at)]);
  },
  function overlay(r, bytes, other) {
    const [at, from] = [r.int(0, bytes.length), r.int(0, other.length)];
    const out = Buffer.from(bytes);
    other.copy(out, at, from, from + r.int(1, 1000));
    return out;
  },
  function extremeNumber(r, bytes) {
    if (bytes.length < 8) return bytes;
    const out = Buffer.from(bytes);
    for (let n = r.int(1, 4); n > 0; n--) {
      // Tables in binary files stand at even places.
      const at = 4 * r.int(0, Math.floor(out.length / 4) - 1);
      const value = r.pick(EXTREME);
      if (value < 0) out.writeInt32LE(value, at);
      else out.writeUInt32LE(value, at);
    }
    return out;
  },
  function smallNumber(r, bytes) {
    if (bytes.length < 8) return bytes;
    const out = Buffer.from(bytes);
    // A chain of sectors that leads back into itself.
    for (let n = r.int(1, 4); n > 0; n--)
      out.writeUInt32LE(r.int(0, 12), 4 * r.int(0, Math.min(400, Math.floor(out.length / 4) - 1)));
    return out;
  },
];

async function inItsForm(r: Random, { form, bytes }: SampleFile, alike: readonly SampleFile[]): Promise<Buffer> {
  switch (form) {
    case 'docx':
    case 'xlsx':
      return spoiltZip(r, bytes, r.pick(alike).bytes);
    case 'pdf':
    case 'rtf':
      return Buffer.from(times(r, bytes.toString('latin1'), form), 'latin1');
    case 'doc':
      return bytes;
  }
}

const PARTS = /\.(?:xml|rels)$/;

/** Parts of a package spoilt as text and packed again, swapped with another's, left out, or given twice. */
async function spoiltZip(r: Random, bytes: Buffer, other: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((n) => PARTS.test(n));
  const main = names.filter((n) => /document|numbering|styles|footnotes|sheet1|sharedStrings/.test(n));
  for (let n = r.int(1, 3); n > 0; n--) {
    const name = r.pick(r.chance(0.7) && main.length > 0 ? main : names);
    const roll = r.next();
    if (roll < 0.05) zip.remove(name);
    else if (roll < 0.12) {
      const from = await JSZip.loadAsync(other);
      const part = r.pick(Object.keys(from.files));
      zip.file(name, (await from.file(part)?.async('nodebuffer')) ?? '');
    } else zip.file(name, times(r, (await zip.file(name)?.async('string')) ?? '', 'xml'));
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

/** Where a text of a form may be cut so that pieces stay whole. */
const SEAMS: Readonly<Record<'xml' | Extract<FileForm, 'pdf' | 'rtf'>, RegExp>> = {
  xml: /<(?!\/)/g,
  pdf: /\n/g,
  rtf: /[{\\}]/g,
};

function times(r: Random, text: string, form: keyof typeof SEAMS): string {
  let out = text;
  for (let n = r.int(1, 4); n > 0; n--) {
    out = once(r, out, form);
    if (out.length > MOST_BYTES) out = out.slice(0, MOST_BYTES);
  }
  return out;
}

function once(r: Random, text: string, form: keyof typeof SEAMS): string {
  const seams = [...text.matchAll(SEAMS[form])].map((m) => m.index);
  if (seams.length < 4) return text;
  const at = r.int(0, seams.length - 2);
  const a = seams[at] ?? 0;
  const some = seams[Math.min(seams.length - 1, at + r.int(1, r.chance(0.3) ? 60 : 4))] ?? a;
  // Mostly what leaves the file one that opens: a reader that stops at the door is tried at the door alone.
  const b = form === 'xml' && r.chance(0.85) ? (endOfElement(text, a) ?? some) : some;
  const c = r.pick(seams);
  const piece = text.slice(a, b);
  return r.pick([
    () => text.slice(0, a) + text.slice(b),
    () => text.slice(0, c) + piece.repeat(r.chance(0.1) ? r.int(10, 800) : r.int(1, 3)) + text.slice(c),
    () => text.slice(0, a) + nested(r, piece, form) + text.slice(b),
    () => withNumber(r, text, a),
    () => withNumber(r, text, a),
    () => text.replace(/\b\d+ 0 R\b/g, (m) => (r.chance(0.1) ? `${r.int(0, 30)} 0 R` : m)),
  ])();
}

/** Where the element that begins here ends; null at an end tag. */
function endOfElement(text: string, from: number): number | null {
  const name = /^<([\w:]+)/.exec(text.slice(from, from + 60))?.[1];
  if (name === undefined) return null;
  let depth = 0;
  for (const m of text.slice(from).matchAll(new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g'))) {
    if (m[1] === '/') depth--;
    else if (m[2] !== '/') depth++;
    if (depth <= 0) return from + m.index + m[0].length;
  }
  return null;
}

/** The first number after a place, made an extreme or another of the file's own. */
function withNumber(r: Random, text: string, from: number): string {
  const m = /-?\d+(?:\.\d+)?/.exec(text.slice(from, from + 4000));
  if (!m) return text;
  const at = from + m.index;
  const value = r.chance(0.6) ? r.pick(EXTREME) : r.int(0, 40);
  return `${text.slice(0, at)}${value}${text.slice(at + m[0].length)}`;
}

function nested(r: Random, piece: string, form: keyof typeof SEAMS): string {
  const depth = r.chance(0.2) ? r.int(200, 6000) : r.int(2, 40);
  if (form === 'rtf') return `${'{'.repeat(depth)}${piece}${r.chance(0.8) ? '}'.repeat(depth) : ''}`;
  if (form === 'pdf')
    return r.pick([
      `${'q '.repeat(depth)}${piece}`,
      `${'[ '.repeat(depth)}${piece}`,
      `${'<< /A '.repeat(depth)}${piece}`,
    ]);
  const name = r.pick([
    'w:p',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:r',
    'w:ins',
    'w:sdt',
    'w:txbxContent',
    'w:footnoteReference',
    'row',
    'c',
  ]);
  return `${`<${name}>`.repeat(depth)}${piece}${r.chance(0.8) ? `</${name}>`.repeat(depth) : ''}`;
}
