/** Accounts of the office's people: by which name and password they come in. */
export {
  addAccount,
  type Chosen,
  choosePassword,
  invitePassword,
  loginOf,
  type PasswordChoice,
  passwordInvited,
  passwordPath,
} from './account.ts';
export { DEVICE_MS, deviceToken, knownDevice } from './device.ts';
export { type EnteredByAddress, enterByAddress } from './enter-by-address.ts';
export { type Errand, IdentityProvider, type ProviderAnswer, type ProviderSettings } from './identity-provider.ts';
export {
  addPasskey,
  creationOptions,
  MOST_PASSKEYS,
  type PasskeyRefusal,
  type PasskeySite,
  type ProvedByPasskey,
  provedByPasskey,
  requestOptions,
} from './passkey.ts';
export { isPassword } from './password-hash.ts';
export { PASSWORD_LETTERS, PASSWORD_MOST, type PasswordFault, passwordFault, samePassword } from './password-rule.ts';
export { PasswordWork } from './password-work.ts';
export { type SignedIn, signIn } from './sign-in.ts';
