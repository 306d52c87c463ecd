// After tsc: puts beside the compiled program what it does not compile, so that it stands on its own.
import { cp } from 'node:fs/promises';
import { buildWorkflowBundle } from '../dist/worker/workflow-bundle.js';
import { bundleProgram } from './bundle-program.mjs';

for (const samples of ['notices/samples', 'register/samples', 'rehearsal/samples']) {
  await cp(samples, `dist/${samples}`, { recursive: true });
}
await bundleProgram();
// The workflows' code in one piece: bundling takes seconds, which no start should pay for.
await buildWorkflowBundle();
