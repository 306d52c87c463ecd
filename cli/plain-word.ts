/** A word somebody typed, as it compares: without marks or capitals, however it is spaced. */
export function plainWord(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return bare
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
