import type { HeaderField as ReadField } from '../../notices/index.ts';
import { formatDayLong } from '../../texts/format.ts';
import { headerReasons } from '../../texts/notice-header.ts';
import { authorityText, HEADER_NAMES, type HeaderFieldName, reviewPage as say } from '../../texts/review/index.ts';
import { HEADER_FIELDS, headerValue } from './header-marks.ts';
import type { NoticeItems } from './items.ts';

/** What every document has: said to be missing where it is. */
const EXPECTED: readonly HeaderFieldName[] = ['number', 'issued', 'issuer', 'signer'];
/** Surer than this a field needs no figure beside it. */
const PLAIN = 0.9;

interface FieldRow {
  readonly field: HeaderFieldName;
  readonly value: string | null;
  readonly read: ReadField<unknown> | undefined;
  readonly note: string;
}

/** The fields of a document's header, those a person should look at first. */
export function fieldRows({ notice }: Pick<NoticeItems, 'notice'>): FieldRow[] {
  const rows = HEADER_FIELDS.flatMap((field): FieldRow[] => {
    const value = headerValue(notice, field);
    if (value === null && !EXPECTED.includes(field)) return [];
    const { authority = [], position = null } = field === 'signer' ? (notice.header?.signer ?? {}) : {};
    return [
      {
        field,
        value: value !== null && field === 'issued' ? formatDayLong(value) : value,
        read: notice.header?.[field],
        note: authorityText(authority, position),
      },
    ];
  });
  const sureness = ({ read, value }: FieldRow): number =>
    read?.why === undefined ? 1 : value === null ? 0 : read.confidence;
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => sureness(a.row) - sureness(b.row) || a.i - b.i)
    .map(({ row }) => row);
}

export function FieldRows({ notice }: Pick<NoticeItems, 'notice'>) {
  return (
    <dl>
      {fieldRows({ notice }).map(({ field, value, read, note }) => (
        <div>
          <dt>{HEADER_NAMES[field]}</dt>
          <dd>
            <p>
              {value ?? say.headerEmpty}
              {value !== null && read !== undefined && read.confidence < PLAIN ? (
                <>
                  {' '}
                  <span class="badge sure">{say.sure(read.confidence)}</span>
                </>
              ) : null}
            </p>
            {note === '' ? null : (
              <p>
                <small>{note}</small>
              </p>
            )}
            {read?.why === undefined ? null : <p class="or">{headerReasons[read.why]}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The entry of a corrections file for a header as it stands, to copy and change. */
export function HeaderHowTo({ notice: { n, notice } }: { readonly notice: NoticeItems }) {
  // What was not found is a line to fill in.
  const line = (name: string, value: string | null) =>
    value === null ? `  # ${name}: …` : `  ${name}: ${JSON.stringify(value)}`;
  const entry = [
    `- notice: ${n}`,
    line('number', notice.number),
    line('issuer', notice.issuer),
    line('signer', notice.signer),
  ].join('\n');
  return (
    <details>
      <summary>{say.headerHow}</summary>
      <p>
        <small>{say.headerHowHint}</small>
      </p>
      <pre>{entry}</pre>
    </details>
  );
}
