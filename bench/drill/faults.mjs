/* What may go wrong, each with how it is done. A round draws some at random moments. */

export const FAULTS = {
  'kill the worker': (system) => system.restartWorker(),
  'kill Temporal': (system) => system.restartTemporal(),
  'fill the disk': (system) => system.fillDisk(),
  'cut the mail server off': (system) => system.restartMail(),
  'cut Zalo off': (system) => system.restartZalo(),
  'kill the first process of Temporal': (system) => system.replaceTemporal(0),
  'kill the second process of Temporal': (system) => system.replaceTemporal(1),
  'kill a process of PostgreSQL': (system) => system.killBackend(),
  'kill PostgreSQL': (system) => system.replaceDatabase(),
  'kill the second service': (system) => system.restartWorker(1),
  'drop the mail connections': async (system) => system.mail().dropConnections(),
  'drop a mail before its end': async (system) => system.mail().inject({ stage: 'body', drop: true }, 2),
  'drop a mail once it is taken': async (system) => system.mail().inject({ stage: 'taken', drop: true }, 2),
  'put a mail off (451)': async (system) =>
    system.mail().inject({ stage: 'rcpt', reply: [451, '4.3.0 Try again later'] }, 2),
  'try a second service': (system) => system.trySecond(),
  'drop a Zalo call': async (system) => system.zalo.inject({ call: 'message', drop: true }, 2),
  'drop a Zalo answer': async (system) => system.zalo.inject({ call: 'message', drop: true, taken: true }, 2),
};

/** Messages a sender has under way at once, mail and Zalo together. */
const UNDER_WAY = 8;
/**
 * How many messages each fault can leave in doubt: what was under way, never what was only claimed. A disk that fills
 * takes two deaths, and what could be begun but not settled between them.
 */
const IN_DOUBT = {
  'kill the worker': UNDER_WAY,
  'kill the second service': UNDER_WAY,
  'kill Temporal': 0,
  'kill the first process of Temporal': 0,
  'kill the second process of Temporal': 0,
  // Both services settle what they had begun once it is back.
  'kill a process of PostgreSQL': 0,
  'kill PostgreSQL': 0,
  'try a second service': 0,
  'fill the disk': 3 * UNDER_WAY,
  'cut the mail server off': UNDER_WAY,
  'cut Zalo off': UNDER_WAY,
  'drop the mail connections': UNDER_WAY,
};
const INJECTED = 2;

export function mostInDoubt(faults) {
  return faults.reduce((sum, name) => sum + (IN_DOUBT[name] ?? INJECTED), 0);
}

/** Restarts take a second or two of two cores: a round has one or two of them, and some of the light ones. */
const HEAVY = ['kill the worker', 'kill Temporal', 'fill the disk', 'cut the mail server off', 'cut Zalo off'];
/** On a cluster any one process is killed. */
const HEAVY_THERE = [
  'kill the worker',
  'kill the second service',
  'kill the first process of Temporal',
  'kill the second process of Temporal',
  'kill a process of PostgreSQL',
  'kill PostgreSQL',
];

/** `[ms after the start, name]`, in order of time. */
export function drawFaults(random, withinMs, { leastHeavy, mostHeavy, cluster }) {
  const light = Object.keys(FAULTS).filter((name) => !HEAVY.includes(name) && !HEAVY_THERE.includes(name));
  const heavy = random.draw(cluster ? HEAVY_THERE : HEAVY, random.int(leastHeavy, mostHeavy));
  const drawn = [...heavy, ...random.draw(light, random.int(2, 4))];
  return drawn.map((name) => [random.int(0, withinMs), name]).sort((a, b) => a[0] - b[0]);
}
