// Writes dsl/proof/version.ts anew; run after any change of what the checker runs (`npm run checker-version`).
import { writeFile } from 'node:fs/promises';
import { checkerDigest, VERSION_FILE } from './checker-digest.mjs';

await writeFile(
  VERSION_FILE,
  `/**
 * A digest of the code by which the checker decides (\`scripts/checker-digest.mjs\`): a verdict that was remembered counts
 * only while this stands. \`npm run checker-version\` writes it, a test holds it.
 */
export const CHECKER_VERSION = '${checkerDigest()}';
`,
);
