import type { Outlook } from '../../office/drafts/index.ts';
import { previewLines } from '../../office/preview-lines.ts';
import { ISSUE_PAGE as say } from '../../texts/staff/index.ts';
import type { StaffContext } from './context.ts';

/** What issuing a notice of a draft comes to, or why it cannot be. */
export function OutlookView({
  name,
  outlook,
  ready,
  top,
}: {
  readonly name: string;
  readonly outlook: Outlook;
  readonly ready: StaffContext['ready'];
  readonly top: string;
}) {
  if (outlook.kind === 'issued') {
    return (
      <p>
        {say.issuedBefore(name, outlook.at)} <a href={`${top}/nhiem-vu?van-ban=${outlook.noticeId}`}>{say.seeList}</a>
      </p>
    );
  }
  if (outlook.kind === 'goes-on') return <p>{`${name}: ${say.goesOn}`}</p>;
  if (outlook.kind === 'refused') return <p class="fault">{`${say.refused}: ${outlook.reason}`}</p>;
  return (
    <>
      <h2>{name}</h2>
      <ul>
        {previewLines(outlook.preview, ready).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
