import type { Client } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import type { Register } from '../../register/index.ts';
import type { OperatorsConfig } from '../../settings/config.ts';
import { THIS_PROCESS, workerIsUp } from '../../worker/polls.ts';
import { codecServer } from './codec-server.ts';
import type { Metrics } from './metrics.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { type OperatorsAnswer, serveOperators } from './server.ts';

export { Metrics, type TroubledPart } from './metrics.ts';
export { observing } from './observing.ts';
export { sdkMetrics } from './sdk-metrics.ts';

export interface OperatorsOptions {
  readonly config: OperatorsConfig;
  readonly metrics: Metrics;
  readonly register: Pick<Register, 'figures' | 'audit' | 'accounts' | 'ledger'>;
  readonly client: Client;
  /** Channels this process can send by, as it is now. */
  readonly ready: () => ReadonlySet<string>;
  /** The Temporal library's own metrics, where it serves them. */
  readonly sdk?: (() => Promise<string>) | undefined;
  /** Decodes what is encrypted, for Temporal's page at `origin`; absent where nothing is, or no page is known. */
  readonly decoding?: { readonly codec: PayloadCodec; readonly origin: string } | undefined;
  /** Default `Date.now`. */
  readonly now?: () => number;
}

export interface OperatorsPort {
  readonly url: string;
  close(): Promise<void>;
}

/** Whoever asks more often is told the same again: counting costs the database something. */
const FRESH_MS = 10_000;
const ANSWER_MS = 5_000;

/** Metrics and readiness of a service, for programs that watch it. */
export async function openOperatorsPort(options: OperatorsOptions): Promise<OperatorsPort> {
  const { metrics, register, client, now = Date.now } = options;
  const since = now();
  const readiness = kept(now, () =>
    readinessOf({
      lastAudit: async () => (await register.audit.last())?.at,
      polls: () => workerIsUp(client, THIS_PROCESS),
      since,
      now,
      timeoutMs: ANSWER_MS,
    }),
  );
  const asked = kept(now, () => askRegister(options));
  const { decoding } = options;
  const paths = {
    // A process that answers lives: what others owe it is /readyz's to say, for a restart would not bring it.
    '/healthz': async () => ({ status: 200, type: 'text/plain; charset=utf-8', body: 'ok\n' }),
    '/readyz': async () => readyAnswer(await readiness()),
    '/metrics': async () => {
      metrics.readiness(await readiness());
      // A register that cannot be asked is told by dondoc_ready; what this process counted itself stays.
      await asked().then(
        (said) => metrics.register(said, options.ready(), now()),
        () => {},
      );
      const sdk = (await options.sdk?.().catch(() => '')) ?? '';
      return { status: 200, type: metrics.registry.contentType, body: `${await metrics.registry.metrics()}\n${sdk}` };
    },
  };
  return serveOperators(options.config, paths, decoding && codecServer(decoding.codec, decoding.origin));
}

async function askRegister({ register, now = Date.now }: OperatorsOptions) {
  return {
    figures: await register.figures(now()),
    heartbeat: await register.audit.last(),
    mailbox: await register.accounts.mailbox(),
    channels: await register.ledger.channels(),
  };
}

function readyAnswer(readiness: Readiness): OperatorsAnswer {
  return {
    status: readiness.ready ? 200 : 503,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(readiness)}\n`,
  };
}

/** One question at a time, and its answer for a while. */
function kept<T>(now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly said: Promise<T> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= FRESH_MS) last = { at: now(), said: ask() };
    return last.said;
  };
}
