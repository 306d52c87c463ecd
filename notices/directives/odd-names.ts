import type { Name } from '../types.ts';

const LONGEST_NAME = 18;

/** A name that ends or runs on as no name does: too long, broken off, or with a report in it. */
export function isOdd({ name }: Name): boolean {
  return (
    name.split(' ').length > LONGEST_NAME ||
    / (?:và|của|với|các|cho|do|để|về|thuộc|đã|đang)$/u.test(name) ||
    / (?:đã|đang|sẽ) /u.test(name) ||
    /^\p{Lu}?\p{Ll}{1,6}$/u.test(name)
  );
}
