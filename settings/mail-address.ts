const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Has it the form of a mail address with a domain of its own, as people type it? */
export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}
