import type { ActType } from '../act.ts';
import {
  acceptExplanation,
  askExplanation,
  giveExplanation,
  rejectExplanation,
  withdrawExplanationRequest,
} from './explanation.ts';
import {
  acceptOffer,
  askExtension,
  declineOffer,
  grantExtension,
  offerExtension,
  rejectExtension,
} from './extension.ts';
import { adjust, cancel, changeDeadline, correct, resume, suspend } from './office.ts';
import { enter } from './old-work.ts';
import { reassign } from './reassign.ts';
import { approve, endorse, returnResult, submitResult, withdrawResult } from './result.ts';
import type { RuleOf } from './rule.ts';
import { absorb, supersede } from './succession.ts';
import { changeTerms } from './terms.ts';
import { acknowledge, note, reportProgress } from './work.ts';

/** How each act works. A new act is one more entry. */
export const ACTS: { readonly [T in ActType]: RuleOf<T> } = {
  acknowledge,
  'report-progress': reportProgress,
  'submit-result': submitResult,
  'withdraw-result': withdrawResult,
  endorse,
  approve,
  return: returnResult,
  'change-deadline': changeDeadline,
  'ask-extension': askExtension,
  'grant-extension': grantExtension,
  'reject-extension': rejectExtension,
  'offer-extension': offerExtension,
  'accept-offer': acceptOffer,
  'decline-offer': declineOffer,
  'ask-explanation': askExplanation,
  explain: giveExplanation,
  'accept-explanation': acceptExplanation,
  'reject-explanation': rejectExplanation,
  'withdraw-explanation-request': withdrawExplanationRequest,
  suspend,
  resume,
  reassign,
  adjust,
  correct,
  note,
  cancel,
  supersede,
  absorb,
  'change-terms': changeTerms,
  import: enter,
};
