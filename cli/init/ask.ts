import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { UserError } from '../../dsl/user-error.ts';
import { INIT_TEXTS } from '../../texts/settings.ts';

/** "không", "k", "-": an answer that says there is none. */
const NONE = /^(không|khong|k|-)$/i;

export interface Question<T> {
  readonly asks: string;
  /** What Enter stands for; shown in brackets. */
  readonly usual?: string | undefined;
  /** Takes the answer, or says why not. */
  readonly take: (answer: string) => T | { readonly wrong: string };
  readonly secret?: boolean;
}

/** Asks a person on a terminal, or takes the lines of a pipe; asks again until an answer can be taken. */
export class Dialogue {
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  #muted = false;

  constructor(input: NodeJS.ReadableStream & { readonly isTTY?: boolean }, output: NodeJS.WritableStream) {
    // What a terminal echoes passes through here: a password's letters do not.
    const echo = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.#muted) output.write(chunk);
        done();
      },
    });
    this.#reader = createInterface({ input, output: echo, terminal: input.isTTY === true });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    this.say = (line) => void output.write(`${line}\n`);
    this.#prompt = (text) => void output.write(text);
  }

  readonly say: (line: string) => void;
  readonly #prompt: (text: string) => void;

  async ask<T>({ asks, usual, take, secret = false }: Question<T>): Promise<T> {
    for (;;) {
      const shown = usual === undefined || usual === '' ? '' : ` [${secret ? '••••' : usual}]`;
      this.#prompt(`${asks}${shown}: `);
      this.#muted = secret;
      const { value, done } = await this.#lines.next();
      this.#muted = false;
      if (secret) this.say('');
      // Nothing is written before the end, so a dialogue that breaks off leaves things as they were.
      if (done === true) throw new UserError(INIT_TEXTS.noAnswers);
      const answer = value.trim() === '' ? (usual ?? '') : value.trim();
      const taken = take(answer);
      if (!(typeof taken === 'object' && taken !== null && 'wrong' in taken)) return taken;
      this.say(`  ${taken.wrong}`);
    }
  }

  /** Null where the answer says there is none. */
  optional(question: Omit<Question<string>, 'take'> & { readonly check?: (answer: string) => string | null }) {
    return this.ask<string | null>({
      ...question,
      take: (answer) => {
        if (answer === '' || NONE.test(answer)) return null;
        const wrong = question.check?.(answer) ?? null;
        return wrong === null ? answer : { wrong };
      },
    });
  }

  required(question: Omit<Question<string>, 'take'> & { readonly check?: (answer: string) => string | null }) {
    return this.ask<string>({
      ...question,
      take: (answer) => {
        const wrong = answer === '' ? INIT_TEXTS.required : (question.check?.(answer) ?? null);
        return wrong === null ? answer : { wrong };
      },
    });
  }

  yesNo(asks: string, usual: boolean): Promise<boolean> {
    return this.ask<boolean>({
      asks,
      usual: usual ? 'c' : 'k',
      take: (answer) =>
        /^(c|có|co|y)$/i.test(answer) ? true : NONE.test(answer) ? false : { wrong: INIT_TEXTS.yesNo },
    });
  }

  close(): void {
    this.#reader.close();
  }
}
