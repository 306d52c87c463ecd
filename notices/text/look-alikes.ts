/** Letters that fonts and keyboards put in the place of Vietnamese ones: U+01A2/3 for Ư, Icelandic and African Đ. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u01a2': 'Ư',
  '\u01a3': 'ư',
  '\u00d0': 'Đ',
  '\u00f0': 'đ',
  '\u0189': 'Đ',
  '\u0256': 'đ',
};
const ANY = /[\u01a2\u01a3\u00d0\u00f0\u0189\u0256]/g;

/** The letters that are meant ("Sở Công Thƣơng", "ÐỀ NGHỊ"); the length stays. */
export function lettersMeant(text: string): string {
  return text.replace(ANY, (letter) => LOOK_ALIKES[letter] ?? letter);
}
