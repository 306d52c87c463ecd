import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, generator } from './load.mjs';

const FORMS = ['docx', 'pdf', 'doc', 'rtf', 'xlsx'];

let ready;

async function prepare({ dist, from }) {
  const [{ sampleFiles }, spoil, round, formats, notices, workbook, calendar] = await Promise.all([
    generator('files/samples'),
    generator('files/spoil'),
    generator('files/round'),
    built('notices/formats/index.js', dist),
    built('notices/index.js', dist),
    built('office/import/workbook.js', dist),
    built('dsl/time/civil-servants.js', dist),
  ]);
  const reader = {
    openDocument: formats.openDocument,
    readNotices: notices.readNotices,
    workbookTable: workbook.workbookTable,
    calendar: calendar.civilServants,
  };
  const own = from
    ? readdirSync(from).flatMap((name) => {
        const form = name.split('.').at(-1).toLowerCase();
        return FORMS.includes(form) ? [{ form, bytes: readFileSync(join(from, name)) }] : [];
      })
    : [];
  return { samples: [...(await sampleFiles()), ...own], ...spoil, ...round, reader };
}

/** One round in the confined process. */
export default async function round({ seed, ...options }) {
  ready ??= prepare(options);
  const { samples, spoiltFile, fileRound, reader } = await ready;
  if (seed === null) return null;
  const file = await spoiltFile(seed, samples);
  const before = process.cpuUsage();
  const outcome = await fileRound(file, reader);
  const { user, system } = process.cpuUsage(before);
  return { ...outcome, form: file.form, ms: (user + system) / 1000 };
}
