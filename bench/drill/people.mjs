import { setTimeout as delay } from 'node:timers/promises';
import { built } from '../support/load.mjs';

const { ActRefused, actOn } = await built('office/act.js');

const OFFICE = { party: 'secretariat', door: 'command' };

/** A life as most are: received, reported, handed in, approved. */
const actsOf = ({ directive }) => {
  const by = { party: 'lead', agency: directive.lead[0].agency, door: 'command' };
  return [
    { type: 'acknowledge', by },
    { type: 'report-progress', by, text: 'Đang làm', percent: 40 },
    { type: 'submit-result', by, text: 'Đã xong' },
    { type: 'approve', by: OFFICE },
  ];
};

const PATIENCE_MS = 1_000;

/**
 * Whoever does the work of these lives does it by the office's own door, each act tried again with its own id until it
 * is answered, as a page does whose reader presses twice. Resolves to what each came to.
 */
export async function peopleAct(office, lives, { random, spanMs, until }) {
  const done = lives.map(async (life, i) => {
    const acts = actsOf(life).slice(0, random.int(2, 4));
    await delay(random.int(0, spanMs));
    const answers = [];
    for (const [n, act] of acts.entries()) {
      answers.push(await answerTo(office, life.directive.id, act, `drill-${i}-${n}`, until));
      await delay(random.int(0, 400));
    }
    return { id: life.directive.id, answers };
  });
  return Promise.all(done);
}

async function answerTo(office, id, act, actId, until) {
  for (;;) {
    try {
      await actOn(office, id, act, actId);
      return { actId, type: act.type, answer: 'taken' };
    } catch (error) {
      if (error instanceof ActRefused) return { actId, type: act.type, answer: error.refusal.code };
      if (Date.now() > until) return { actId, type: act.type, answer: `none: ${reasonOf(error)}` };
    }
    await delay(PATIENCE_MS);
  }
}

/** Down to what lies at the bottom of it. */
function reasonOf({ message, cause }) {
  return cause instanceof Error ? `${message}: ${reasonOf(cause)}` : message;
}

/**
 * What is wrong with the log of a life people acted on: each act was answered as taken in the end, whatever became of the
 * answers before, and stands in the log once.
 */
export async function faultsOfActs(register, acted) {
  const faults = [];
  const logs = await register.directives.logs(acted.map(({ id }) => id));
  for (const { id, answers } of acted) {
    const written = (logs.get(id) ?? []).flatMap(({ act }) => (act ? [act.id] : []));
    for (const { actId, type, answer } of answers) {
      const times = written.filter((one) => one === actId).length;
      const right = times === 1 && answer === 'taken';
      if (!right) faults.push(`${id}: ${type} answered ${answer}, in the log ${times} times`);
    }
  }
  return faults;
}
