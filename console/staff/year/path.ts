/** The pages of a year, below the office's. */
export function yearPath(top: string, ...below: readonly (string | number)[]): string {
  return [top, 'dien-thu', ...below].join('/');
}
