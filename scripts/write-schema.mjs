// Writes register/schema.sql, the register's schema for people to read. Run after `npm run build`.
import { writeFile } from 'node:fs/promises';
import { schemaSql } from '../dist/register/schema-sql.js';

await writeFile('register/schema.sql', await schemaSql());
