/** "UBND tỉnh An Phú" → "Ủy ban nhân dân tỉnh An Phú" */
export function spelledOut(name: string): string {
  return name
    .replace(/(?<!\p{L})UBND(?!\p{L})/gu, 'Ủy ban nhân dân')
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, 'Hội đồng nhân dân')
    .replace(/Uỷ ban/gu, 'Ủy ban');
}

/**
 * Do two names stand for one body, whatever was abbreviated? Within a province its own bodies are often named without
 * it: "Văn phòng Ủy ban nhân dân tỉnh" is that of "… tỉnh Hải Sơn".
 */
export function sameName(a: string, b: string): boolean {
  const [short, long] = [a, b].map((name) => spelledOut(name).toLocaleLowerCase('vi')).sort(byLength);
  if (short === undefined || long === undefined) return false;
  return short === long || (/ (tỉnh|thành phố)$/u.test(short) && long.startsWith(`${short} `));
}

function byLength(a: string, b: string): number {
  return a.length - b.length;
}
