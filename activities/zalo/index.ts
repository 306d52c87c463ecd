export { recipientOf } from './address.ts';
export { classifyReply, errorClassOf } from './classify.ts';
export { type ErrorClass, ZALO_ERRORS } from './errors.ts';
export { FileTokenStore } from './file-token-store.ts';
export {
  DEFAULT_PARAMETERS,
  PARAMETER_LIMITS,
  templateData,
  type ZaloTemplate,
  type ZaloTemplates,
} from './templates.ts';
export { grantDaysLeft, type TokenStore, type Tokens } from './tokens.ts';
export { type ZaloOptions, ZaloSender } from './zalo-sender.ts';
