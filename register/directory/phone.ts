const INTERNATIONAL = /^84\d{8,10}$/;

/**
 * A Vietnamese phone number as Zalo wants it, 84…, from 0…, +84… or with blanks and dots; also without the leading
 * zero, which a spreadsheet or YAML takes away from a number. Undefined where it is none.
 */
export function internationalPhone(written: string): string | undefined {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^\+/, '');
  const number = digits.startsWith('0') ? `84${digits.slice(1)}` : /^[1-9]\d{8}$/.test(digits) ? `84${digits}` : digits;
  return INTERNATIONAL.test(number) ? number : undefined;
}
