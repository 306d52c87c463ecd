import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ZaloGrant } from './zalo-oauth.ts';
import { type Fields, fieldsOf, judge, type ReceivedZalo, type ZaloAccount } from './zalo-rules.ts';

export interface ZaloServerOptions extends ZaloAccount {
  readonly port?: number;
  readonly appId?: string;
  readonly secretKey?: string;
  /** Calls must bear a right `appsecret_proof`. */
  readonly demandProof?: boolean;
  readonly onMessage?: (message: ReceivedZalo) => void;
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
  readonly grant: ZaloGrant;
  readonly messages: readonly ReceivedZalo[];
  /** Message calls that arrived, whatever became of them. */
  readonly calls: number;
  inject(fault: ZaloFault, times?: number): void;
  stop(): Promise<void>;
}

const SENDS = new Set(['/message/template', '/v3.0/oa/message/template', '/v3.0/oa/message/cs']);

/** A Zalo Official Account on loopback: checks what it is given as the documentation says, and fails on request. */
export async function startZaloServer(options: ZaloServerOptions = {}): Promise<ZaloServer> {
  const { appId = '1234567890', secretKey = 'khoa-bi-mat', dailyQuota = 500 } = options;
  const grant = new ZaloGrant();
  const messages: ReceivedZalo[] = [];
  const faults: ZaloFault[] = [];
  let calls = 0;

  const nextFault = (call: ZaloFault['call']): ZaloFault | undefined => {
    const index = faults.findIndex((f) => f.call === call);
    return index < 0 ? undefined : faults.splice(index, 1)[0];
  };

  const send = (path: string, request: IncomingMessage, body: Fields): Record<string, unknown> => {
    const accessToken = header(request, 'access_token');
    if (!grant.allows(accessToken)) return { error: -124, message: 'Access token invalid' };
    const proof = createHmac('sha256', secretKey)
      .update(accessToken ?? '')
      .digest('hex');
    if (options.demandProof === true && header(request, 'appsecret_proof') !== proof) {
      return { error: -1241, message: 'appsecret_proof invalid' };
    }
    const verdict = judge(options, path, body);
    if ('error' in verdict) return { error: verdict.error, message: verdict.says };
    if (messages.length >= dailyQuota) return { error: -144, message: 'OA has reached the daily quota' };
    const messageId = randomUUID().replaceAll('-', '');
    const message = { ...verdict.message, messageId };
    messages.push(message);
    options.onMessage?.(message);
    const quota = { dailyQuota: String(dailyQuota), remainingQuota: String(dailyQuota - messages.length) };
    const by = message.by === 'phone' ? { msg_id: messageId, sending_mode: '1' } : { message_id: messageId };
    return { error: 0, message: 'Success', data: { ...by, sent_time: String(Date.now()), quota } };
  };

  const refresh = (request: IncomingMessage, text: string): Record<string, unknown> => {
    const form = new URLSearchParams(text);
    const known = header(request, 'secret_key') === secretKey && form.get('app_id') === appId;
    return known ? grant.refresh(form) : { error: -14004, error_name: 'Invalid app or secret key' };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const text = await textOf(request);
    const isToken = path === '/v4/oa/access_token';
    if (request.method !== 'POST' || !(isToken || SENDS.has(path))) {
      response.writeHead(404).end('not found');
      return;
    }
    if (!isToken) calls++;
    const fault = nextFault(isToken ? 'token' : 'message');
    const handle = () => (isToken ? refresh(request, text) : send(path, request, jsonOf(text)));
    if (fault !== undefined && 'taken' in fault && fault.taken === true) handle();
    if (fault === undefined) reply(response, 200, handle());
    else if ('error' in fault) reply(response, 200, { error: fault.error, message: 'Injected' });
    else if ('http' in fault) response.writeHead(fault.http).end('<html>error</html>');
    else if ('garbage' in fault) response.writeHead(200).end('<html>ok</html>');
    else if ('drop' in fault) request.socket.destroy();
    // Silent otherwise: the caller has to give up by itself.
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ appId, secretKey, grant, messages },
    get calls() {
      return calls;
    },
    inject: (fault, times = 1) => {
      for (let i = 0; i < times; i++) faults.push(fault);
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return fieldsOf(value);
  } catch {
    return {};
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
