import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ABANDONED, openRegister, type Register } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { beginDue } from '../support/leaving.ts';
import { at, DIRECTIVE_ID, DIRECTORY, draft, NOTICE, post, wake } from './support.ts';

/** Only a file of one machine has processes to kill in the middle of it; a server has its own tests for that. */
describe('a process killed while it writes', () => {
  let folder = '';
  let file = '';
  const children: ChildProcessByStdio<null, Readable, null>[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-crash-'));
    file = join(folder, 'so.db');
    await within(async (register) => {
      await register.directory.import(DIRECTORY);
      await register.notices.register(NOTICE, [draft()]);
    });
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function within<T>(work: (register: Register) => Promise<T>): Promise<T> {
    const register = await openRegister({ file, compose: composeMessage, mailDomain: 'dondoc.example' });
    try {
      return await work(register);
    } finally {
      await register.close();
    }
  }

  function start(mode: string): ChildProcessByStdio<null, Readable, null> {
    const here = import.meta.dirname;
    const child = spawn(
      process.execPath,
      ['--import', join(here, 'register-ts.mjs'), '--no-warnings', join(here, 'writer.ts'), file, mode],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    return child;
  }

  async function kill(child: ChildProcessByStdio<null, Readable, null>): Promise<void> {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  test('in the middle of a wake: nothing of it is there, and the wake can be recorded again', async () => {
    const child = start('stall');
    await once(createInterface(child.stdout), 'line');
    await kill(child);
    await within(async (register) => {
      const before = await register.directives.show(DIRECTIVE_ID);
      expect(before?.events).toEqual([]);
      expect(before?.directive).toMatchObject({ status: 'waiting', issueState: 'drafted' });
      expect(await register.directives.recordWake(wake({ posts: [post()] }))).toMatchObject({
        recorded: true,
        planned: 2,
        skipped: 0,
      });
    });
  });

  test('at any moment: every wake it said was recorded is there, each with all of its messages', async () => {
    for (const lines of [1, 8, 23]) {
      const child = start('stream');
      let last = -1;
      for await (const line of createInterface(child.stdout)) {
        last = Number(line);
        if ((last + 1) % lines === 0) break;
      }
      await kill(child);
      await within(async (register) => {
        const view = await register.directives.show(DIRECTIVE_ID);
        const seqs = view?.events.map((e) => e.seq) ?? [];
        expect(seqs.length).toBeGreaterThan(last);
        expect(seqs).toEqual(seqs.map((_, i) => i));
        expect(view?.messages).toHaveLength(2 * seqs.length);
        for (const message of view?.messages ?? []) expect(message.history).toHaveLength(1);
      });
    }
  });

  test('after it began to send one of its messages: that one is in doubt, the other waits as before', async () => {
    await within((register) => register.directives.recordWake(wake({ posts: [post()] })));
    const child = start('begin');
    const [line] = await once(createInterface(child.stdout), 'line');
    await kill(child);
    await within(async ({ ledger }) => {
      const [begun] = await ledger.having(['sending']);
      const doubted = await ledger.doubt(begun?.dispatch ?? '');
      expect(doubted.map((row) => [`begun ${row.id}`, row.outcome, row.reason])).toEqual([
        [line, 'unknown', ABANDONED],
      ]);
      const left = await beginDue(ledger, { before: at('2025-12-31') });
      expect(left.map((row) => row.id)).not.toContain(begun?.id);
      expect(left).toHaveLength(1);
    });
  });

  test('between collecting a message and beginning to send it: nothing has happened', async () => {
    await within((register) => register.directives.recordWake(wake({ posts: [post()] })));
    const child = start('collect');
    await once(createInterface(child.stdout), 'line');
    await kill(child);
    await within(async ({ ledger }) => {
      expect((await ledger.having(['planned'])).map((row) => row.revision)).toEqual([0, 0]);
      expect(await beginDue(ledger, { before: at('2025-12-31') })).toHaveLength(2);
    });
  });
});
