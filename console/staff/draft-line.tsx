import type { DraftRecord } from '../../register/index.ts';
import { headingWords, DRAFTS as say } from '../../texts/staff/index.ts';

/** A draft in a list: by what it says of itself, with the file it came in beneath; by the file where it says nothing. */
export function DraftLine({
  draft: { id, fileName, headings, by, recordedAt },
  top,
}: {
  readonly draft: DraftRecord;
  readonly top: string;
}) {
  const words = headingWords(headings);
  return (
    <>
      <a href={`${top}/van-ban/${id}`}>{words ?? fileName}</a>
      <p class="when">{say.by(by, recordedAt, words === undefined ? undefined : fileName)}</p>
    </>
  );
}
