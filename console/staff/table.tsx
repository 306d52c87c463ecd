import type { Child } from 'hono/jsx';

export interface TableColumn {
  readonly name: string;
  /** Numbers stand at the right, heading and all. */
  readonly isNumber?: boolean;
}

/**
 * A table of the office's pages: on a phone each row is a card, its headings beside the values. Roles are said, for
 * where rows are drawn as cards a browser no longer takes them for a table.
 */
export function TableView({
  columns,
  rows,
  caption,
}: {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Child[])[];
  readonly caption?: Child;
}) {
  return (
    <table class="stack" {...as('table')}>
      {caption === undefined ? null : <caption>{caption}</caption>}
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          {columns.map(({ name, isNumber }) => (
            <th scope="col" {...as('columnheader')} class={isNumber ? 'n' : ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {rows.map((row) => (
          <tr {...as('row')}>
            {row.map((value, i) => (
              <td {...as('cell')} class={columns[i]?.isNumber ? 'n' : ''} data-name={columns[i]?.name ?? ''}>
                {value === '' ? null : <div>{value}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function as(role: string): { readonly role: string } {
  return { role };
}
