import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser } from './pages-alone.ts';

/* A real provider of OpenID Connect (oidc-provider) on loopback, and somebody who signs in there. */

export interface TestProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** What the provider says of whoever signs in by a name. */
  readonly people: Map<string, { readonly email?: string; readonly email_verified?: boolean }>;
  /** Follows an address of the provider as its person does, signing in by a name where it asks; returns where that leads. */
  signIn(from: string, name: string): Promise<string>;
  close(): Promise<void>;
}

/** What of the package is used here; it brings no types. */
interface ProviderModule {
  readonly default: new (issuer: string, configuration: unknown) => { callback(): Parameters<Server['on']>[1] };
}

export async function startProvider(redirectUris: () => readonly string[]): Promise<TestProvider> {
  const { default: Provider } = (await import('oidc-provider' as string)) as ProviderModule;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people: TestProvider['people'] = new Map();
  const client = { clientId: 'dondoc', clientSecret: 'mot-khoa-bi-mat-chi-de-thu-0123456789' };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret, grant_types: ['authorization_code'] },
        ...{ redirect_uris: redirectUris(), response_types: ['code'] },
        ...{ post_logout_redirect_uris: redirectUris().map((uri) => uri.replace('/tra-ve', '')) },
      },
    ],
    ...{ claims: { openid: ['sub'], email: ['email', 'email_verified'] }, pkce: { required: () => true } },
    ...{ cookies: { keys: ['mot-khoa-chi-de-thu'] }, features: { devInteractions: { enabled: true } } },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    client,
    people,
    async signIn(from, name) {
      const who = new Browser((path) => new URL(path, issuer).href);
      let at = from;
      for (let step = 0; step < 12; step++) {
        if (!at.startsWith(issuer) && !at.startsWith('/')) return at;
        const seen = await who.get(at);
        at = seen.to !== '' ? seen.to : await answered(who, seen.html, name);
      }
      throw new Error('the provider never sends anybody back');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Fills in the form of the provider's page. */
async function answered(who: Browser, html: string, name: string): Promise<string> {
  const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(html) ?? [];
  const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(html) ?? [];
  if (action === '') throw new Error(`no form: ${html.slice(0, 400)}`);
  const { to } = await who.post(action, { prompt, ...(prompt === 'login' ? { login: name, password: 'x' } : {}) });
  return to;
}
