import { createHash } from 'node:crypto';

/*
 * The one script of the pages: it asks the device for a passkey and sends the form with the answer. Browsers ask for a
 * key in no other way. The forms stay hidden where it does not run; passwords and links need none of it.
 */
export const PASSKEY_SCRIPT = `
'use strict';
(() => {
  if (!window.isSecureContext || !window.AuthenticatorAttestationResponse?.prototype.getPublicKey) return;
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  const keys = (list = []) => list.map((key) => ({ ...key, id: bytes(key.id) }));
  const ask = async ({ use, options }) => {
    const given = { ...options, challenge: bytes(options.challenge) };
    if (use === 'add') {
      const user = { ...options.user, id: bytes(options.user.id) };
      const publicKey = { ...given, user, excludeCredentials: keys(options.excludeCredentials) };
      return navigator.credentials.create({ publicKey });
    }
    return navigator.credentials.get({ publicKey: { ...given, allowCredentials: keys(options.allowCredentials) } });
  };
  const written = ({ rawId, response }) =>
    JSON.stringify({
      id: text(rawId),
      client: text(response.clientDataJSON),
      ...(response.signature
        ? { device: text(response.authenticatorData), signature: text(response.signature) }
        : { device: text(response.getAuthenticatorData()), key: text(response.getPublicKey()) }),
    });
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const alert = form.querySelector('[role=alert]');
      alert.textContent = '';
      try {
        form.elements.namedItem('tra-loi').value = written(await ask(JSON.parse(form.dataset.passkey)));
        form.submit();
      } catch (error) {
        alert.textContent = error.name === 'InvalidStateError' ? form.dataset.known : form.dataset.failed;
      }
    });
  }
})();
`.trim();

export const PASSKEY_SCRIPT_PATH = `/assets/${createHash('sha256').update(PASSKEY_SCRIPT).digest('hex').slice(0, 16)}.js`;
