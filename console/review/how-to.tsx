import type { Deadline } from '../../deadline/index.ts';
import type { DraftDirective, Name } from '../../notices/index.ts';
import { reviewPage as say } from '../../texts/review/index.ts';

/** The entry of a corrections file for a directive as it stands, to copy and change. */
export function HowToView({ directive }: { readonly directive: DraftDirective }) {
  return (
    <details>
      <summary>{say.how}</summary>
      <p>
        <small>{say.howHint}</small>
      </p>
      <pre>{entryOf(directive)}</pre>
    </details>
  );
}

function entryOf({ id, lead, cooperating, deadlines }: DraftDirective): string {
  return [
    `- directive: ${JSON.stringify(id)}`,
    `  lead: ${namesYaml(lead)}`,
    ...(cooperating.length === 0 ? [] : [`  cooperating: ${namesYaml(cooperating)}`]),
    ...dueYaml(deadlines),
    '  confirm: true',
  ].join('\n');
}

/** A quoted JSON string is a YAML one, whatever it holds. */
function namesYaml(names: readonly Name[]): string {
  return `[${names.map((n) => JSON.stringify(n.name)).join(', ')}]`;
}

/** A recurrence is not set by days: its line is left out. */
function dueYaml(deadlines: readonly Deadline[]): string[] {
  if (deadlines.some((d) => d.recurrence !== undefined)) return [];
  const days = deadlines.flatMap(({ due, dueTime }) =>
    due === null ? [] : [dueTime === undefined ? due : `${due} ${dueTime}`],
  );
  const others = deadlines.flatMap((d) => d.alternatives ?? []);
  const [only] = days;
  const value = days.length === 1 && only !== undefined ? only : days.length === 0 ? 'none' : `[${days.join(', ')}]`;
  return [`  due: ${value}${others.length === 0 ? '' : ` # ${say.or} ${others.join(', ')}`}`];
}
