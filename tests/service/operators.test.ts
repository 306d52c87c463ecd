import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { PostOfficeEvent } from '../../delivery/outbox/index.ts';
import type { Day } from '../../dsl/time/day.ts';
import { HEARTBEAT_STALE_MS } from '../../office/audit/index.ts';
import { Metrics } from '../../service/operators/index.ts';
import { type Readiness, type ReadinessProbes, readinessOf } from '../../service/operators/readiness.ts';
import { serveOperators } from '../../service/operators/server.ts';
import { at, DATABASES, DIRECTIVE_ID, openIssued, post, wake } from '../register/support.ts';

const DEPLOY = fileURLToPath(new URL('../../deploy/', import.meta.url));

/** A metric's value as Prometheus would read it; undefined where it is not there. */
function sampleOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe.each(DATABASES)('the figures on $name', (database) => {
  test('say what is open, what is late, what has missed its instant and what waits for a channel', async () => {
    const { register, close } = await openIssued(database, { now: () => at('2025-03-03') });
    await register.directives.markStarted(DIRECTIVE_ID);
    await register.directives.recordWake(wake({ posts: [post()] }));
    const metrics = new Metrics('b1');
    const say = async (day: Day, ready: readonly string[] = []) => {
      const now = at(day);
      const figures = await register.figures(now);
      const told = { figures, heartbeat: await register.audit.last(), mailbox: undefined, channels: [] };
      metrics.register(told, new Set(ready), now);
      return metrics.registry.metrics();
    };
    const before = await say('2025-03-03');
    const after = await say('2025-03-17', ['email']);
    await close();
    expect(sampleOf(before, 'dondoc_directives{status="assigned"}')).toBe(1);
    expect(sampleOf(before, 'dondoc_directives_late')).toBe(0);
    expect(sampleOf(before, 'dondoc_messages{channel="email",state="held"}')).toBeGreaterThan(0);
    expect(sampleOf(after, 'dondoc_messages{channel="email",state="held"}')).toBeUndefined();
    expect(sampleOf(after, 'dondoc_messages{channel="email",state="planned"}')).toBeGreaterThan(0);
    expect(sampleOf(after, 'dondoc_directives_late')).toBe(1);
    expect(sampleOf(after, 'dondoc_overdue_wakes')).toBe(1);
    expect(sampleOf(after, 'dondoc_oldest_due_message_seconds{channel="email"}')).toBeGreaterThan(86_400);
    expect(sampleOf(after, 'dondoc_audit_last_timestamp_seconds')).toBe(0);
  });
});

describe('what a service counts of itself', () => {
  test('a rung that left is held against its own hour, and the hour of its step', async () => {
    const metrics = new Metrics();
    const row = { id: 'm', directiveId: 'd', channel: 'email', stage: 'remind', at: 0, leaveAt: 60_000 };
    const event = { type: 'outcome', row, outcome: { kind: 'accepted' } } as unknown as PostOfficeEvent;
    metrics.post(event, 62_000);
    metrics.post({ ...event, outcome: { kind: 'refused', reason: 'x' } } as unknown as PostOfficeEvent, 99_000);
    const text = await metrics.registry.metrics();
    const labels = 'channel="email",stage="remind"';
    expect(sampleOf(text, `dondoc_rung_lateness_seconds_sum{${labels}}`)).toBe(2);
    expect(sampleOf(text, `dondoc_rung_after_step_seconds_sum{${labels}}`)).toBe(62);
    expect(sampleOf(text, 'dondoc_sendings_total{channel="email",outcome="refused"}')).toBe(1);
  });
});

describe('readiness', () => {
  const hour = 3_600_000;
  const probes: ReadinessProbes = {
    lastAudit: async () => hour,
    polls: async () => true,
    since: 0,
    now: () => hour,
    timeoutMs: 1_000,
  };

  test('is there where all parts are', async () => {
    expect(await readinessOf(probes)).toMatchObject({ ready: true });
  });

  test.each([
    ['register', { lastAudit: () => Promise.reject(new Error('gone')) }, 'gone'],
    ['temporal', { polls: () => Promise.reject(new Error('silent')) }, 'silent'],
    ['worker', { polls: async () => false }, 'does not poll'],
    ['audit', { now: () => hour + HEARTBEAT_STALE_MS + 1 }, 'silent for'],
    ['temporal', { polls: () => new Promise<boolean>(() => {}), timeoutMs: 1 }, 'no answer within 1 ms'],
  ] satisfies [keyof Readiness['parts'], Partial<ReadinessProbes>, string][])(
    'is not where the part %s is not',
    async (part, change, says) => {
      const readiness = await readinessOf({ ...probes, ...change });
      expect(readiness.ready).toBe(false);
      expect(readiness.parts[part]).toEqual({ ok: false, says: expect.stringContaining(says) });
    },
  );

  test('what has just started is given time for its first audit', async () => {
    const late = { lastAudit: async () => 0, since: 10 * hour, now: () => 10 * hour + 1 };
    expect(await readinessOf({ ...probes, ...late })).toMatchObject({ ready: true });
  });
});

describe('the port', () => {
  test('answers at its paths, says what fails, and a port that is taken is told', async () => {
    const say = async (body: string) => ({ status: 200, type: 'text/plain', body });
    const paths = { '/a': () => say('A'), '/b': () => Promise.reject(new Error('broken')) };
    const server = await serveOperators({ host: '127.0.0.1', port: 0 }, paths);
    const get = async (path: string, method = 'GET') => {
      const answer = await fetch(server.url + path, { method });
      return [answer.status, await answer.text()];
    };
    try {
      expect(await get('/a?x')).toEqual([200, 'A']);
      expect(await get('/b')).toEqual([500, 'broken\n']);
      expect(await get('/constructor')).toMatchObject([404, expect.any(String)]);
      expect(await get('/a', 'POST')).toMatchObject([404, expect.any(String)]);
      const taken = { host: '127.0.0.1', port: Number(new URL(server.url).port) };
      await expect(serveOperators(taken, paths)).rejects.toThrow('DONDOC_METRICS');
    } finally {
      await server.close();
    }
  });
});

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

describe('alerts and dashboards', () => {
  const file = parse(readFileSync(`${DEPLOY}prometheus/dondoc.rules.yml`, 'utf8')) as {
    groups: { rules: Rule[] }[];
  };
  const rules = file.groups.flatMap((group) => group.rules);

  test('every alert has a runbook of its own, and every runbook its alert', () => {
    const runbooks = readdirSync(`${DEPLOY}runbooks`).map((name) => `deploy/runbooks/${name}`);
    expect(rules.map((rule) => rule.annotations.runbook).sort()).toEqual(runbooks.sort());
    expect(new Set(rules.map((rule) => rule.alert)).size).toBe(rules.length);
  });

  test('no dashboard has two panels in one place', () => {
    for (const name of readdirSync(`${DEPLOY}grafana`)) {
      const { panels } = JSON.parse(readFileSync(`${DEPLOY}grafana/${name}`, 'utf8')) as {
        panels: { title: string; gridPos: { x: number; y: number; w: number; h: number } }[];
      };
      const squares = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
      );
      expect({ name, size: new Set(squares).size }).toEqual({ name, size: squares.length });
    }
  });
});
