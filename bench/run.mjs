import { parseArgs } from 'node:util';

/*
 * `npm run bench -- NAME [options]`: measures the built product (dist/, or --dist FOLDER). Needs the development
 * dependencies; the generators of tests/generators are loaded as they stand.
 */

const BENCHES = {
  deadlines: async (o) => (await import('./deadlines.mjs')).deadlines(o),
  notices: async (o) => (await import('./notices.mjs')).notices(o),
  peers: async (o) => (await import('./peers.mjs')).peers(o),
  generated: async (o) => (await import('./generated.mjs')).generated(o),
  certainty: async (o) => (await import('./certainty.mjs')).certainty(o),
  fuzz: async (o) => (await import('./fuzz.mjs')).fuzz(o),
  'second-model': async (o) => (await import('./second-model.mjs')).secondModel(o),
  'fuzz-files': async (o) => (await import('./fuzz-files.mjs')).fuzzFiles(o),
  startup: async (o) => (await import('./startup/startup.mjs')).startup(o),
  storm: async (o) => (await import('./storm/storm.mjs')).storm(o),
  cluster: async (o) => (await import('./cluster/cluster.mjs')).cluster(o),
  mailbox: async (o) => (await import('./mailbox/mailbox.mjs')).mailbox(o),
  console: async (o) => (await import('./console/pages.mjs')).pages(o),
  'quarter-end': async (o) => (await import('./quarter-end/quarter-end.mjs')).quarterEnd(o),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    count: { type: 'string' },
    directives: { type: 'string' },
    show: { type: 'string' },
    venv: { type: 'string' },
    labels: { type: 'string' },
    write: { type: 'boolean' },
    from: { type: 'string' },
    database: { type: 'string' },
    only: { type: 'string' },
  },
});
const bench = BENCHES[positionals[0]];
if (!bench) {
  process.stderr.write(
    `bench: name one of ${Object.keys(BENCHES).join(', ')}
  deadlines [--count N]             phrases a second and exact days, beside chrono-node vi
  notices                           10 KB to 10 MB: ms, MB/s, linear or not
  peers [--venv FOLDER]             the same phrases through chrono vi, duckling, HeidelTime, dateparser (fetched by pip)
  generated [--count N] [--show N]  phrases and notices written by grammar: shares right, and the cases that fail
  certainty [--labels A,B] [--write]  weights of what is seen of a reading, learned on labelled folders, each document held out
  startup                           processor time and files opened of commands that only answer, beside node -e 0
  storm [--count N]                 directives due in one second: ours, by hand, and without the SQLite pragmas
  quarter-end [--directives N] [--database URL]  a morning on which all fall due: one digest a reader and channel, in
                                    its hours; the register in a file, or in an empty database of PostgreSQL
  cluster [--only PARTS] [--count N] [--directives N]  on two processes of Temporal and PostgreSQL on this machine: storm,
                                    workers (1, 2, 4), load (three rates), growth, year,
                                    peers (DBOS and pg-boss, fetched by npm), pages
  console [--directives N] [--rounds N] [--from FOLDER] [--database URL]  pages of an office with 100,000 directives and a
                                    million events: milliseconds and memory; the register is made in FOLDER or an empty
                                    database of PostgreSQL, or found there
  mailbox                           what a mailbox workflow a person would cost Temporal, beside rounds over the ledger
  second-model [--seed S] [--rounds N] [--show N]  random lives told by the rules and by a model written from the guide
  fuzz [--seed S] [--rounds N]      spoilt notices and byte strings
  fuzz-files [--seed S] [--rounds N] [--from FOLDER]  spoilt .docx, .pdf, .doc, .rtf, .xlsx, of the folder too, each
                                    read in a process of its own within limits of time and memory
  --dist FOLDER                     measure another build
`,
  );
  process.exitCode = 2;
} else {
  const number = (text) => (text === undefined ? undefined : Number(text));
  await bench({
    dist: values.dist,
    venv: values.venv,
    labels: values.labels,
    write: values.write,
    from: values.from,
    database: values.database,
    only: values.only,
    seed: number(values.seed),
    rounds: number(values.rounds),
    count: number(values.count),
    directives: number(values.directives),
    show: number(values.show),
  });
}
