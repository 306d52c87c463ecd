// After tsc: puts beside the compiled program what it does not compile, so that it stands on its own.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { buildWorkflowBundle } from '../dist/worker/workflow-bundle.js';
import { bundleProgram } from './bundle-program.mjs';

for (const samples of ['notices/samples', 'register/samples', 'rehearsal/samples', 'office/evaluation/samples']) {
  await cp(samples, `dist/${samples}`, { recursive: true });
}
await cp('policies/cases', 'dist/policies/cases', { recursive: true });
// Editors complete a policy in YAML by it.
await cp('policies/policy.schema.json', 'dist/policies/policy.schema.json');
await bundleProgram();
// The workflows' code in one piece: bundling takes seconds, which no start should pay for.
await buildWorkflowBundle();

// Addresses at which programs of others (an office's checks of its mail) import parts of the compiled program, and
// where those parts are now. What is named here stays importable though its room has moved.
const KEPT = { 'activities/email/inbound/mail.js': 'inbound/mail/read/mail.js' };
for (const [kept, now] of Object.entries(KEPT)) {
  await mkdir(dirname(`dist/${kept}`), { recursive: true });
  await writeFile(`dist/${kept}`, `export * from './${relative(dirname(kept), now)}';\n`);
}

// Last: by it `prepare.mjs` knows that all of it is there, and of when.
await writeFile('dist/.built', '');
