import { generator, reader } from './support/load.mjs';
import { percent, say, table } from './support/measure.mjs';

/** How right the readers are on what the generators write, by family, with the first cases that fail. */
export async function generated({ dist, count = 20_000, seed = 1, show = 0 }) {
  const { readDeadlines, readNotices, calendar } = await reader(dist);
  const [{ phraseOf }, { noticeOf }, { LAYOUTS }, compare] = await Promise.all(
    ['phrases', 'notice', 'layout', 'compare'].map(generator),
  );
  phrases(phraseOf, compare, (x) => readDeadlines(x.text, { anchor: x.anchor, calendar }), { count, seed, show });
  const directives = (text) => readNotices(text, { calendar }).flatMap((n) => n.directives);
  notices(noticeOf, LAYOUTS, compare, directives, { count: Math.ceil(count / 20), seed, show });
}

function phrases(phraseOf, { phraseFault, isWrongDay }, read, { count, seed, show }) {
  const families = new Map();
  const faults = [];
  let wrong = 0;
  for (let s = seed; s < seed + count; s++) {
    const x = phraseOf(s);
    const found = read(x);
    const fault = phraseFault(x, found);
    wrong += Number(isWrongDay(x, found));
    const tally = families.get(x.family) ?? { all: 0, right: 0 };
    tally.all++;
    tally.right += Number(!fault);
    families.set(x.family, tally);
    if (fault) faults.push(`${x.family}, ${x.noise}, seed ${s}: ${JSON.stringify(x.text)} of ${x.anchor}: ${fault}`);
  }
  say(`${count} phrases: ${percent(count - faults.length, count)} exact, ${percent(wrong, count)} with a wrong day`);
  table(
    ['family', 'phrases', 'exact'],
    [...families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, t]) => [name, t.all, percent(t.right, t.all)]),
  );
  for (const line of faults.slice(0, show)) say(`  ${line}`);
  say();
}

function notices(noticeOf, layouts, { compareNotice, emptyTally, inShort }, read, { count, seed, show }) {
  const tally = emptyTally();
  const faults = [];
  const differing = Object.fromEntries(Object.keys(layouts).map((name) => [name, 0]));
  for (let s = seed; s < seed + count; s++) {
    const x = noticeOf(s);
    const found = read(x.text);
    compareNotice(x, found, tally, (fault, wanted, got) => {
      const short = got && {
        lead: got.lead.map((n) => n.name),
        cooperating: got.cooperating.map((n) => n.name),
        dues: got.deadlines.map((d) => d.due),
      };
      faults.push(`${fault}, seed ${s}: ${JSON.stringify(wanted ?? got.text)}\n    got ${JSON.stringify(short)}`);
    });
    const base = JSON.stringify(inShort(found));
    for (const [name, layout] of Object.entries(layouts))
      if (JSON.stringify(inShort(read(layout(x.text)))) !== base) differing[name]++;
  }
  say(`${count} notices, ${tally.wanted} directives`);
  table(
    ['', 'share'],
    [
      ['directives found', percent(tally.found, tally.wanted)],
      ['extra', percent(tally.extra, tally.found + tally.extra)],
      ['lead right', percent(tally.leads, tally.found)],
      ['cooperating right', percent(tally.cooperating, tally.found)],
      ['days right', percent(tally.dues, tally.found)],
      ['wrong days', String(tally.wrongDays)],
      ['ready to send', percent(tally.ready, tally.wanted)],
      ...Object.entries(differing).map(([name, n]) => [`read alike ${name}`, percent(count - n, count)]),
    ],
  );
  for (const line of faults.slice(0, show)) say(`  ${line}`);
}
