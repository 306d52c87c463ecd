/** @slow bundles the workflows */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadWorkflowBundle } from '../../worker/workflow-bundle.ts';
import { DIRECTIVE_WORKFLOW } from '../../workflows/contract.ts';
import { newFolder } from './folders.ts';

describe('loadWorkflowBundle', () => {
  test('bundles the sources once; what is cached is used only while it was made of these sources', async () => {
    const cacheFolder = await newFolder();
    const { code } = await loadWorkflowBundle(cacheFolder);
    expect(code).toContain(`function ${DIRECTIVE_WORKFLOW}(`);

    const [name] = await readdir(join(cacheFolder, 'workflow-bundles'));
    const cached = join(cacheFolder, 'workflow-bundles', name ?? '');
    expect(await readFile(cached, 'utf8')).toBe(code);
    await writeFile(cached, `${code}\n// read from the cache`);
    expect((await loadWorkflowBundle(cacheFolder)).code).toMatch(/read from the cache$/);

    // A file cut off, or of other sources under this name.
    await writeFile(cached, code.slice(10));
    expect((await loadWorkflowBundle(cacheFolder)).code).toBe(code);
  });

  test('a cache that cannot be written costs time, nothing else', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    expect((await loadWorkflowBundle(file)).code).toContain(DIRECTIVE_WORKFLOW);
  });
});
