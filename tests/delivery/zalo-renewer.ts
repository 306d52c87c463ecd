/**
 * A process that asks for an access token: `zalo-renewer.ts TOKENS OAUTH_URL APP_ID SECRET use|die`. `use` says the
 * token it got; `die` is killed by its own hand between writing the new tokens down and using them.
 */
import { writeSync } from 'node:fs';
import { FileTokenStore, ZaloClient } from '../../delivery/zalo/index.ts';

const [, , file = '', oauth = '', appId = '', secretKey = '', mode = ''] = process.argv;
const tokens = new FileTokenStore(file);
if (mode === 'die') {
  const save = tokens.save.bind(tokens);
  tokens.save = async (next) => {
    await save(next);
    // The first save only says that a renewal has begun.
    if (next.renewingSince === undefined) process.kill(process.pid, 'SIGKILL');
  };
}
const client = new ZaloClient({ appId, secretKey, tokens, urls: { oauth }, timeoutMs: 30_000 });
writeSync(1, JSON.stringify(await client.keepAlive()));
