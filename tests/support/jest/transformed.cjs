const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const { transformSync, version } = require('@swc/core');

/* TypeScript as Node takes it, kept by its content from one run to the next. */

const KEPT = join(__dirname, '../../../node_modules/.cache/tests');

/** @returns the code of a file of TypeScript, by its address */
function codeOf(url) {
  const file = fileURLToPath(new URL(url));
  const source = readFileSync(file, 'utf8');
  const kept = placeOf(file, source);
  if (existsSync(`${kept}.js`)) return readFileSync(`${kept}.js`, 'utf8');
  const { code, map } = transformSync(source, {
    filename: file,
    sourceMaps: true,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: file.endsWith('.tsx') },
      transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
    },
  });
  mkdirSync(KEPT, { recursive: true });
  keep(`${kept}.map`, map);
  keep(`${kept}.js`, code);
  return code;
}

/** @returns the file with the source map of a module, by the address or path it has in a stack */
function mapOf(at) {
  const file = at.startsWith('file:') ? fileURLToPath(new URL(at)) : at;
  if (!/\.tsx?$/.test(file) || !existsSync(file)) return undefined;
  const map = `${placeOf(file, readFileSync(file, 'utf8'))}.map`;
  return existsSync(map) ? map : undefined;
}

function placeOf(file, source) {
  return join(KEPT, createHash('sha256').update(`${version} ${file}\n${source}`).digest('hex').slice(0, 32));
}

/** Whole or not at all: several workers write the same. */
function keep(file, text) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, file);
}

module.exports = { codeOf, mapOf };
