// Writes policies/policy.schema.json, which editors use to complete and check a policy file. Run after `npm run build`.
import { writeFile } from 'node:fs/promises';
import { policyJsonSchema } from '../dist/policies/schema.js';

await writeFile('policies/policy.schema.json', `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
