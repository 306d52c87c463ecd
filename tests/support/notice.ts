import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { expect } from '@jest/globals';
import { type Deadline, readDeadlines } from '../../deadline/index.ts';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import type { Day } from '../../dsl/time/day.ts';
import type { Name } from '../../notices/index.ts';
import type { ReadNotice } from '../../office/registration.ts';

export interface DirectiveSketch {
  readonly id: string;
  readonly lead: string;
  readonly cooperating?: readonly string[];
  readonly due?: Day | null;
  readonly recurrence?: string;
  /** Words of a deadline that waits for an event. */
  readonly awaits?: string;
}

/**
 * A notice as the reader would give it, for tests that are about what happens afterwards. Its id, which becomes those of
 * its workflows on the server all test files share, is this file's own.
 */
export function sketchNotice(number: string, anchor: Day, directives: readonly DirectiveSketch[]): ReadNotice {
  const words = (d: DirectiveSketch) =>
    `${d.id}. Giao ${d.lead} thực hiện nhiệm vụ ${d.id} của ${number}${d.awaits ? ` ${d.awaits}` : ''}.`;
  const text = directives.map(words).join('\n');
  const name = (n: string): Name => ({ name: n, span: null });
  return {
    id: `${fileMark()}-${number.replace(/\W/g, '-')}`,
    text,
    fileName: null,
    notice: {
      number,
      issued: anchor,
      anchor,
      issuer: 'Văn phòng UBND tỉnh',
      signer: null,
      span: [0, text.length],
      unread: [],
      directives: directives.map((d) => {
        const start = text.indexOf(words(d));
        return {
          id: d.id,
          span: [start, start + words(d).length],
          text: words(d),
          lead: [name(d.lead)],
          cooperating: (d.cooperating ?? []).map(name),
          supervisor: [],
          deadlines: d.due
            ? [deadline(d.due, d.recurrence, start)]
            : readDeadlines(d.awaits ?? '', { anchor, calendar: civilServants }),
          confidence: 1,
          warnings: [],
        };
      }),
      warnings: [],
    },
  };
}

function deadline(due: Day, recurrence: string | undefined, start: number): Deadline {
  return {
    phrase: `ngày ${due}`,
    span: [start, start + 1],
    kind: recurrence === undefined ? 'by' : 'recurring',
    due,
    ...(recurrence === undefined ? {} : { recurrence }),
    rule: 'by-date',
    confidence: 1,
  };
}

/** Three letters of the test file's name, hashed: always the same length, since what a history weighs is counted. */
function fileMark(): string {
  return createHash('sha256')
    .update(basename(expect.getState().testPath ?? ''))
    .digest('hex')
    .slice(0, 3);
}
