import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { schemaSql } from '../../register/schema-sql.ts';

test('register/schema.sql is what the migrations make; `npm run schema` writes it anew', async () => {
  expect(readFileSync(new URL('../../register/schema.sql', import.meta.url), 'utf8')).toBe(await schemaSql());
});
