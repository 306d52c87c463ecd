/** "UBND tỉnh An Phú" → "Ủy ban nhân dân tỉnh An Phú" */
export function spelledOut(name: string): string {
  return name
    .replace(/(?<!\p{L})UBND(?!\p{L})/gu, 'Ủy ban nhân dân')
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, 'Hội đồng nhân dân')
    .replace(/Uỷ ban/gu, 'Ủy ban');
}

/** Do two names stand for one body, whatever was abbreviated? */
export function sameName(a: string, b: string): boolean {
  return spelledOut(a).toLocaleLowerCase('vi') === spelledOut(b).toLocaleLowerCase('vi');
}
