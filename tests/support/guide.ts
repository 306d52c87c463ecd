import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const GUIDE = fileURLToPath(new URL('../../docs/huong-dan.md', import.meta.url));

/** The guide's own lines: the policy of its section on writing one, in either form. */
export async function guidePolicy(language: 'ts' | 'yaml'): Promise<string> {
  const guide = await readFile(GUIDE, 'utf8');
  const section = guide.slice(guide.indexOf('### Viết quy tắc của cơ quan'));
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(section)?.[1] ?? '';
}
