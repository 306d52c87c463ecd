import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../dsl/user-error.ts';
import type { OperatorsConfig } from '../../settings/config.ts';
import { codeOf } from '../../system/error-code.ts';
import { OPERATORS_LINES } from '../../texts/service.ts';

export interface OperatorsAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What answers to more than GET. */
export type Handler = (request: IncomingMessage) => Promise<OperatorsAnswer | undefined>;

export interface OperatorsServer {
  /** `http://…`, no slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const NOWHERE: OperatorsAnswer = {
  status: 404,
  type: 'text/plain; charset=utf-8',
  body: '/metrics /healthz /readyz\n',
};

/**
 * Answers GET at the paths given, each by what its function says now; what `handler` answers to is its own.
 * @throws UserError where the port is taken.
 */
export async function serveOperators(
  { host, port }: OperatorsConfig,
  paths: Readonly<Record<string, () => Promise<OperatorsAnswer>>>,
  handler: Handler = async () => undefined,
): Promise<OperatorsServer> {
  const server = createServer((request, response) => {
    void answer(paths, handler, request).then((said) => write(response, said));
  });
  await listen(server, host, port);
  const at = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  paths: Readonly<Record<string, () => Promise<OperatorsAnswer>>>,
  handler: Handler,
  request: IncomingMessage,
): Promise<OperatorsAnswer> {
  const { method, url = '/' } = request;
  const path = url.split('?')[0] ?? '/';
  const say = Object.hasOwn(paths, path) ? paths[path] : undefined;
  try {
    const handled = await handler(request);
    if (handled !== undefined) return handled;
    if (say === undefined || (method !== 'GET' && method !== 'HEAD')) return NOWHERE;
    return await say();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { status: 500, type: 'text/plain; charset=utf-8', body: `${why}\n` };
  }
}

function write(response: ServerResponse, { status, type, body, headers }: OperatorsAnswer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  }).catch((error: unknown) => {
    throw new UserError(OPERATORS_LINES.cannotListen(`${host}:${port}`, String(codeOf(error) ?? error)));
  });
}
