import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';

/*
 * Where Vietnamese stands: what people read of their work stands in `texts`. Elsewhere stands only what is
 * listed here, by what it is there for, and the one line of an error, beside the check that throws it.
 */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'words that are read, not said': [
    'deadline/',
    'notices/',
    'inbound/mail/read/quotation.ts',
    'register/directory/concluder.ts',
    'register/directory/lookup.ts',
    'register/directory/match.ts',
    'register/directory/sorts.ts',
    'register/directory/normalise.ts',
    'office/drafts/edits.ts',
    'dsl/bare-letters.ts',
    'office/policies/cases/files.ts',
    'office/policies/cases/read-text.ts',
    'office/policies/cases/standing.ts',
    'office/policies/cases/words.ts',
    'console/review/header-marks.ts',
    'dsl/time/lunar.ts',
  ],
  'letters by their width': ['console/timeline/measure.ts'],
  'what a command says of itself: its help, headings, the lines of its answer': ['cli/'],
  'what is wrong with a file or a setting, beside what it should be': [
    'office/change/calendar-file.ts',
    'policies/schema.ts',
    'register/directory/build.ts',
    'register/directory/file-schema.ts',
    'rehearsal/acts-file.ts',
    'settings/environment.ts',
    'settings/read-config.ts',
  ],
  'what a server of others answered, and what that means': ['delivery/', 'worker/temporal-server/'],
  'names and sayings in data': [
    'policies/express.ts',
    'policies/index.ts',
    'policies/no-deadline.ts',
    'policies/recurring-report.ts',
    'policies/standard.ts',
    'dsl/proof/alphabet.ts',
    'register/directory/reorganised.ts',
    'rehearsal/post-box.ts',
    'rehearsal/random-acts.ts',
    'rehearsal/stand-in-directory.ts',
  ],
  'reasons in the ledger, of the program itself': [
    'register/ledger/doubt.ts',
    'register/messages/facts.ts',
    'register/messages/write.ts',
    'register/migrations/0033-dispatches.ts',
  ],
};

const ROOT = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const ROOMS = JSON.parse(readFileSync(join(ROOT, 'tsconfig.build.json'), 'utf8')).include as string[];
/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/iu;

/** What a file says in Vietnamese: its strings, templates and the words between tags, those of errors left out. */
function saidIn(source: string, jsx: boolean): string[] {
  const said: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, raw, callee } = node as {
      type?: string;
      value?: unknown;
      raw?: string;
      callee?: { value?: string };
    };
    if (type === 'ThrowStatement' || (type === 'NewExpression' && callee?.value?.endsWith('Error'))) return;
    const text = type === 'StringLiteral' || type === 'JSXText' ? value : type === 'TemplateElement' ? raw : undefined;
    if (typeof text === 'string' && VIETNAMESE.test(text)) said.push(text);
    for (const one of Object.values(node)) visit(one);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: jsx, target: 'es2022' }).body);
  return said;
}

const FILES = ROOMS.filter((room) => room !== 'texts').flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name.split(sep).join('/')}`),
);
const SPEAKING = FILES.filter((file) => saidIn(readFileSync(join(ROOT, file), 'utf8'), file.endsWith('x')).length > 0);
const holds = (place: string, file: string) => (place.endsWith('/') ? file.startsWith(place) : file === place);

test('what people read stands in texts; elsewhere only what is listed, by its kind', () => {
  const places = Object.values(ELSEWHERE).flat();
  expect(SPEAKING.filter((file) => !places.some((place) => holds(place, file)))).toEqual([]);
});

test('every place in the list still speaks', () => {
  const silent = Object.values(ELSEWHERE)
    .flat()
    .filter((place) => !SPEAKING.some((file) => holds(place, file)));
  expect(silent).toEqual([]);
});

test('a sentence is seen wherever it hides, and an error is left to its check', () => {
  expect(saidIn("const a = cond ? 'Đã gửi' : `hạn $" + '{day}`;', false)).toEqual(['Đã gửi', 'hạn ']);
  expect(saidIn('const a = <p>Thời hạn</p>;', true)).toEqual(['Thời hạn']);
  expect(saidIn("// Đã gửi\nif (x) throw new UserError('không có tệp');", false)).toEqual([]);
});
