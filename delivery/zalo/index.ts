export {
  type Quality,
  type Read,
  readFollower,
  readLastInteraction,
  readQuality,
  readQuota,
  readResponses,
  readStatus,
  readTemplate,
  type ZaloQuality,
  type ZaloQuota,
  type ZaloResponse,
  type ZaloTemplateInfo,
} from './account.ts';
export { hashOfPhone, recipientOf } from './address.ts';
export { type CareStanding, type CustomerCare, careStanding } from './care.ts';
export { classifyReply } from './classify.ts';
export { type ZaloAccess, ZaloClient } from './client.ts';
export { type Consent, exchangeCode, type Granted } from './consent.ts';
export { type ErrorClass, errorClassOf, ZALO_ERRORS } from './errors.ts';
export { FileTokenStore } from './file-token-store.ts';
export {
  DEFAULT_PARAMETERS,
  LINK_PARAMETER,
  PARAMETER_LIMITS,
  templateData,
  type ZaloTemplate,
  type ZaloTemplates,
} from './templates.ts';
export { grantDaysLeft, type OAuthOptions, seedTokens, type TokenStore, type Tokens } from './tokens.ts';
export { type ZaloOptions, ZaloSender } from './zalo-sender.ts';
