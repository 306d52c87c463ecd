/** Letters without their marks, đ as d: as people type them who leave the marks out. Capitals stay capitals. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}
