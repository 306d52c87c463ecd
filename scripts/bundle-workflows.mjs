// After tsc: puts the workflows' code in one piece beside the compiled program, so that no start pays for it.
import { buildWorkflowBundle } from '../dist/worker/workflow-bundle.js';

await buildWorkflowBundle();
