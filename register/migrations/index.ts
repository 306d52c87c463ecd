import type { Migration } from 'kysely';
import { initial } from './0001-initial.ts';
import { links } from './0002-links.ts';
import { corrections } from './0003-corrections.ts';
import { terms } from './0004-terms.ts';
import { evidenceKeys } from './0005-evidence-keys.ts';
import { auditTables } from './0006-audit.ts';
import { replies } from './0007-replies.ts';
import { inbox } from './0008-inbox.ts';
import { series } from './0009-series.ts';
import { digests } from './0010-digests.ts';
import { channels } from './0011-channels.ts';
import { calls } from './0012-calls.ts';
import { originalLead } from './0013-original-lead.ts';
import { addRegisterId } from './0014-register-id.ts';
import { sending } from './0015-sending.ts';
import { seriesActs } from './0016-series-acts.ts';
import { sentTexts } from './0017-sent-texts.ts';
import { lineage } from './0018-lineage.ts';
import { contradictions } from './0019-contradictions.ts';
import { proofs } from './0020-proofs.ts';
import { sparseKeys } from './0021-sparse-keys.ts';
import { addOwnContact } from './0022-own-contact.ts';
import { linkRevokers } from './0023-link-revokers.ts';
import { interpreter } from './0024-interpreter.ts';
import { unsignedLinks } from './0025-unsigned-links.ts';
import { groups } from './0026-groups.ts';
import { staff } from './0030-staff.ts';
import { operators } from './0031-operators.ts';
import { editions } from './0032-editions.ts';
import { dispatches } from './0033-dispatches.ts';
import { dispatchIndexes } from './0043-dispatch-indexes.ts';
import { peopleSessions } from './0044-people-sessions.ts';
import { askedExtensions } from './0045-asked-extensions.ts';
import { nextWake } from './0051-next-wake.ts';
import { lists } from './0053-lists.ts';
import { eventsAt } from './0054-events-at.ts';
import { staffAccounts } from './0056-staff-accounts.ts';
import { standings } from './0057-standings.ts';
import { conclusions } from './0058-conclusions.ts';
import { traits } from './0060-traits.ts';
import { askedExplanations } from './0063-asked-explanations.ts';
import { passkeys } from './0064-passkeys.ts';
import { draftHeadings } from './0065-draft-headings.ts';

/** Every migration there is, by name; names sort in the order they run. Forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-links': links,
  '0003-corrections': corrections,
  '0004-terms': terms,
  '0005-evidence-keys': evidenceKeys,
  '0006-audit': auditTables,
  '0007-replies': replies,
  '0008-inbox': inbox,
  '0009-series': series,
  '0010-digests': digests,
  '0011-channels': channels,
  '0012-calls': calls,
  '0013-original-lead': originalLead,
  '0014-register-id': addRegisterId,
  '0015-sending': sending,
  '0016-series-acts': seriesActs,
  '0017-sent-texts': sentTexts,
  '0018-lineage': lineage,
  '0019-contradictions': contradictions,
  '0020-proofs': proofs,
  '0021-sparse-keys': sparseKeys,
  '0022-own-contact': addOwnContact,
  '0023-link-revokers': linkRevokers,
  '0024-interpreter': interpreter,
  '0025-unsigned-links': unsignedLinks,
  '0026-groups': groups,
  '0030-staff': staff,
  '0031-operators': operators,
  '0032-editions': editions,
  '0033-dispatches': dispatches,
  '0043-dispatch-indexes': dispatchIndexes,
  '0044-people-sessions': peopleSessions,
  '0045-asked-extensions': askedExtensions,
  '0051-next-wake': nextWake,
  '0053-lists': lists,
  '0054-events-at': eventsAt,
  '0056-staff-accounts': staffAccounts,
  '0057-standings': standings,
  '0058-conclusions': conclusions,
  '0060-traits': traits,
  '0063-asked-explanations': askedExplanations,
  '0064-passkeys': passkeys,
  '0065-draft-headings': draftHeadings,
};
