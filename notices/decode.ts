import { UserError } from '../dsl/user-error.ts';
import { noticeRefusals as refuse } from '../texts/notice-warnings.ts';
import { legacyEncodingOf, legacyFontTextOf } from './legacy-encodings.ts';
import { lettersMeant } from './text/look-alikes.ts';

/**
 * The text of a notice's bytes: UTF-8 (a byte order mark is dropped), or UTF-16 with its mark.
 *
 * @throws UserError naming what the bytes are instead
 */
export function decodeNotice(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) throw new UserError(refuse.empty(path));
  const text = fromBytes(bytes, path).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new UserError(refuse.empty(path));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new UserError(refuse.binary(path));
  const font = legacyFontTextOf(text);
  if (font) throw new UserError(refuse.encoding(path, font));
  return lettersMeant(text);
}

function fromBytes(bytes: Uint8Array, path: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes, path);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes, path);
  if (isZip(bytes) || isKnownBinary(bytes)) throw new UserError(refuse.binary(path));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const wide = wideWithoutMark(bytes);
    if (wide) throw new UserError(refuse.encoding(path, wide));
    if (bytes.includes(0)) throw new UserError(refuse.binary(path));
    const name = legacyEncodingOf(bytes);
    throw new UserError(name ? refuse.encoding(path, name) : refuse.notUtf8(path, firstBadByte(bytes) + 1));
  }
}

function decode(encoding: string, bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(refuse.binary(path));
  }
}

/** UTF-16 without a byte order mark: every other byte of Latin text is small. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length, 4000) & ~1;
  if (n < 8) return null;
  const high = [0, 0];
  for (let i = 0; i < n; i++)
    if ((bytes[i] ?? 0) <= 0x1e && ![9, 10, 13].includes(bytes[i] ?? 0)) high[i % 2] = (high[i % 2] ?? 0) + 1;
  if ((high[1] ?? 0) > n * 0.3 && (high[0] ?? 0) < n * 0.05) return 'UTF-16 LE không có dấu BOM';
  if ((high[0] ?? 0) > n * 0.3 && (high[1] ?? 0) < n * 0.05) return 'UTF-16 BE không có dấu BOM';
  return null;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function isKnownBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.slice(0, 8));
  return (
    head.startsWith('%PDF') ||
    head.startsWith('\u00d0\u00cf\u0011\u00e0') ||
    head.startsWith('\u0089PNG') ||
    head.startsWith('{\\rtf')
  );
}

/** Offset of the first byte at which the bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return i;
    for (let k = 1; k <= more; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += more + 1;
  }
  return bytes.length;
}
