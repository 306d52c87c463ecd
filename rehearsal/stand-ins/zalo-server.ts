import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { present } from '../../dsl/present.ts';
import { type BookAnswer, jsonOf, ZaloBooks, type ZaloBooksOptions } from './zalo-books.ts';
import { ZaloGrant } from './zalo-oauth.ts';
import type { ReceivedZalo } from './zalo-rules.ts';
import { ZaloWebhooks } from './zalo-webhooks.ts';

export interface ZaloServerOptions extends Partial<ZaloBooksOptions> {
  readonly port?: number;
  readonly appId?: string;
  readonly secretKey?: string;
  /** Signs webhooks. */
  readonly oaSecret?: string;
  /** Calls must bear a right `appsecret_proof`. */
  readonly demandProof?: boolean;
  /** Calls a minute, all together. */
  readonly callsAMinute?: number;
}

/** Met by the next call of its kind. `taken`: the message is taken, and then no answer, or a gateway's, comes. */
export type ZaloFault = { readonly call: 'message' | 'token' } & (
  | { readonly error: number }
  | { readonly http: number }
  | { readonly drop: true; readonly taken?: boolean }
  | { readonly silence: true; readonly taken?: boolean }
  | { readonly garbage: true }
);

export interface ZaloServer {
  /** Base address of all three hosts. */
  readonly url: string;
  readonly appId: string;
  readonly secretKey: string;
  readonly oaSecret: string;
  readonly grant: ZaloGrant;
  readonly messages: readonly ReceivedZalo[];
  /** Message calls that arrived, whatever became of them. */
  readonly calls: number;
  /** Messages `GET /message/status` calls delivered, by id; what it does not know at all is -1. */
  readonly delivered: Set<string>;
  inject(fault: ZaloFault, times?: number): void;
  /** The account's own end of the webhooks that lead to this address. */
  webhooks(url: string, answerMs?: number): ZaloWebhooks;
  /** A person presses a button of a message, for `POST /response/get`. */
  press(message: ReceivedZalo, data: string): void;
  /** Gone, and what was under way with it; the books stay. */
  stop(): Promise<void>;
  /** Listens again where it did, after `stop`. */
  resume(): Promise<void>;
}

const SENDS = new Set([
  '/message/template',
  '/message/template/hashphone',
  '/v3.0/oa/message/template',
  '/v3.0/oa/message/cs',
]);
const USUAL_CALLS_A_MINUTE = 4_000;
const USUAL_QUOTA = 500;

/** A Zalo Official Account on loopback: checks what it is given as the documentation says, and fails on request. */
export async function startZaloServer(options: ZaloServerOptions = {}): Promise<ZaloServer> {
  const { appId = '1234567890', secretKey = 'khoa-bi-mat', oaSecret = 'khoa-oa', now = Date.now } = options;
  const { callsAMinute = USUAL_CALLS_A_MINUTE } = options;
  const grant = new ZaloGrant(now);
  const account = new ZaloBooks({ dailyQuota: USUAL_QUOTA, ...options, now });
  const faults: ZaloFault[] = [];
  let calls = 0;
  let minute = { at: 0, calls: 0 };

  const nextFault = (call: ZaloFault['call']): ZaloFault | undefined => {
    const index = faults.findIndex((f) => f.call === call);
    return index < 0 ? undefined : faults.splice(index, 1)[0];
  };

  const callsLeft = (): number => {
    const at = Math.floor(now() / 60_000);
    minute = { at, calls: minute.at === at ? minute.calls + 1 : 1 };
    return callsAMinute - minute.calls;
  };

  const barred = (request: IncomingMessage): BookAnswer | null => {
    const accessToken = header(request, 'access_token');
    if (!grant.allows(accessToken)) return { error: -124, message: 'Access token invalid' };
    const proof = createHmac('sha256', secretKey)
      .update(accessToken ?? '')
      .digest('hex');
    if (options.demandProof === true && header(request, 'appsecret_proof') !== proof) {
      return { error: -1241, message: 'appsecret_proof invalid' };
    }
    return null;
  };

  const refresh = (request: IncomingMessage, text: string): BookAnswer => {
    const form = new URLSearchParams(text);
    const known = header(request, 'secret_key') === secretKey && form.get('app_id') === appId;
    return known ? grant.refresh(form) : { error: -14004, error_name: 'Invalid app or secret key' };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://zalo');
    const method = request.method ?? '';
    const text = await textOf(request);
    const isToken = path === '/v4/oa/access_token';
    const isSend = SENDS.has(path);
    const fault = isToken || isSend ? nextFault(isToken ? 'token' : 'message') : undefined;
    if (isSend) calls++;
    const handle = async (): Promise<BookAnswer | undefined> => {
      if (isToken) return method === 'POST' ? refresh(request, text) : undefined;
      const left = callsLeft();
      response.setHeader('X-RateLimit-Limit', callsAMinute);
      response.setHeader('X-RateLimit-Remain', Math.max(0, left));
      if (left < 0) return { error: -32, message: 'Your application reached limit call api' };
      const no = barred(request);
      if (no !== null) return no;
      if (isSend) return method === 'POST' ? account.send(path, jsonOf(text)) : undefined;
      return account.ask(method, path, searchParams, jsonOf(text));
    };
    if (fault !== undefined && 'taken' in fault && fault.taken === true) await handle();
    if (fault === undefined) {
      const body = await handle();
      if (body === undefined) response.writeHead(404).end('not found');
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } else if ('error' in fault) reply(response, { error: fault.error, message: 'Injected' });
    else if ('http' in fault) response.writeHead(fault.http).end('<html>error</html>');
    else if ('garbage' in fault) response.writeHead(200).end('<html>ok</html>');
    else if ('drop' in fault) request.socket.destroy();
    // Silent otherwise: the caller has to give up by itself.
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', resolve);
    });
  await listen(options.port ?? 0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    appId,
    secretKey,
    oaSecret,
    grant,
    messages: account.messages,
    delivered: account.delivered,
    get calls() {
      return calls;
    },
    inject: (fault, times = 1) => {
      for (let i = 0; i < times; i++) faults.push(fault);
    },
    webhooks: (url, answerMs) => new ZaloWebhooks(present({ url, appId, oaSecret, now, answerMs })),
    press: (message, data) => account.press(message, data),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    resume: () => listen(port),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function reply(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
