import { bareLetters } from '../../dsl/bare-letters.ts';

/** Fewer letters than this are found by trying (NIST SP 800-63B-4 asks for 15 of a password alone, 8 beside a second step). */
export const PASSWORD_LETTERS = 12;
/** More than anybody types; the work of hashing stays the same for all. */
export const PASSWORD_MOST = 256;
/** What must be left once everything guessable is taken out. */
const LEFT_LETTERS = 6;

export type PasswordFault = 'short' | 'long' | 'guessable';

/** Pieces the commonest passwords are made of, here and elsewhere; without marks, for they are typed so. */
const COMMON = [
  ...['matkhau', 'password', 'passwort', 'matma', 'dangnhap', 'quantri', 'vanphong', 'ubnd', 'uyban', 'dondoc'],
  ...['administrator', 'admin', 'welcome', 'letmein', 'iloveyou', 'anhyeuem', 'emyeuanh', 'vietnam', 'hanoi', 'saigon'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', '1q2w3e4r', '1qaz2wsx', 'abc123', 'changeme', 'secret'],
  ...['monkey', 'dragon', 'football', 'master', 'login', 'hello', 'princess', 'sunshine', 'trustno1', 'xinchao'],
];

/**
 * Why a password is not taken; undefined where it is. No letters are asked for and none forbidden, as NIST SP 800-63B
 * says: what counts is its length, and that it is not one of those tried first.
 * @param own words of its person: their name, what they sign in by, their office
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | undefined {
  const letters = [...samePassword(password)].length;
  if (letters < PASSWORD_LETTERS) return 'short';
  if (letters > PASSWORD_MOST) return 'long';
  return leftOf(password, own) < LEFT_LETTERS ? 'guessable' : undefined;
}

/** The same letters however a keyboard composed them: “ế” may be one sign or three. */
export function samePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** How many letters are left without common pieces, the person's own words, repetitions and runs such as 12345. */
function leftOf(password: string, own: readonly string[]): number {
  const pieces = [...COMMON, ...own.flatMap(wordsOf)].sort((a, b) => b.length - a.length);
  let rest = plain(password);
  // A sign is no letter of any alphabet, and is worth as much.
  for (const piece of pieces) rest = rest.replaceAll(piece, '\n');
  return lettersWithoutRuns(rest);
}

/** The parts of a name or an address that somebody would try, and the whole of it run together. */
function wordsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).map(plain);
  return [parts.join(''), ...parts].filter((part) => part.length >= 3);
}

/** Small letters without marks and spaces. */
function plain(text: string): string {
  return bareLetters(samePassword(text)).toLowerCase().replace(/\s/g, '');
}

/** A letter that goes on as the two before it did, by one step or none, or that came before in the same order, is worth nothing. */
function lettersWithoutRuns(text: string): number {
  const codes = [...text.replaceAll('\n', '')].map((letter) => letter.codePointAt(0) ?? 0);
  const repeats = shortestUnit(codes);
  let left = 0;
  for (let i = 0; i < repeats; i++) {
    const [now = 0, before, twoBefore] = [codes[i], codes[i - 1], codes[i - 2]];
    const step = before === undefined ? undefined : now - before;
    const goesOn =
      step !== undefined && Math.abs(step) <= 1 && (twoBefore === undefined || before === twoBefore + step);
    if (!goesOn) left++;
  }
  return left;
}

/** The length of the shortest piece that, said again and again, gives the whole. */
function shortestUnit(codes: readonly number[]): number {
  for (let length = 1; length <= codes.length / 2; length++) {
    if (codes.every((code, i) => code === codes[i % length])) return length;
  }
  return codes.length;
}
