/** A notice's number as it is compared: capitals, blanks and the Unicode form it is written in do not count. */
export function plainNumber(number: string): string {
  return number.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, '');
}
