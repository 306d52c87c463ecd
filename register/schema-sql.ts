import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { sqliteStorage } from './storage/sqlite.ts';

const HEAD = `-- The register's schema as its migrations make it in SQLite. Written by \`npm run schema\`; edit register/migrations.
-- Instants are bigint milliseconds since 1970-01-01 UTC; days are text, YYYY-MM-DD; what has parts is JSON in text.
`;

/** The register's schema as SQL for people to read: the tables with their indexes, by name. */
export async function schemaSql(): Promise<string> {
  const storage = sqliteStorage({ file: ':memory:' });
  const db = new Kysely<Tables>({ dialect: storage.dialect(), plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, storage.name);
    const { rows } = await sql<{ statement: string }>`
      select sql as statement from sqlite_master
      where sql is not null and tbl_name not like 'kysely_%' and name not like 'sqlite_%'
      order by tbl_name, type = 'index', name`.execute(db);
    return `${HEAD}\n${rows.map(({ statement }) => `${oneColumnALine(statement)};\n`).join('\n')}`;
  } finally {
    await db.destroy();
  }
}

/** A table's columns and constraints each on a line of their own; an index stays as it is. */
function oneColumnALine(statement: string): string {
  if (!/^create table/i.test(statement)) return statement;
  const open = statement.indexOf('(');
  const inner = statement.slice(open + 1, statement.lastIndexOf(')'));
  return `${statement.slice(0, open)}(\n  ${topLevelParts(inner).join(',\n  ')}\n)${statement.slice(statement.lastIndexOf(')') + 1)}`;
}

/** Cut at the commas that stand in no parentheses and no quotes. */
function topLevelParts(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of text.match(/'[^']*'|"[^"]*"|[^'"]/g) ?? []) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}
