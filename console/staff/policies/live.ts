import { createHash } from 'node:crypto';

/*
 * While somebody types a policy, the form is looked at as its button would, and
 * what is known of it takes the place of what was. Without it the button does the same.
 */
const SCRIPT = `(() => {
  const form = document.querySelector('form[data-live]');
  const line = document.getElementById('ket-luan');
  if (!form || !line) return;
  let timer;
  let asked = 0;
  const tell = (text) => { if (line.textContent !== text) line.textContent = text; };
  const look = async () => {
    const mine = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set('lam', 'xem');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (mine !== asked) return;
      const found = page.getElementById('ket-qua');
      const now = document.getElementById('ket-qua');
      if (!found || !now) return tell(line.dataset.failed);
      now.replaceWith(document.adoptNode(found));
      tell(found.dataset.verdict || '');
      if (found.dataset.running) timer = setTimeout(look, 1500);
    } catch {
      if (mine === asked) tell(line.dataset.failed);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    asked++;
    tell(line.dataset.looking);
    timer = setTimeout(look, 600);
  });
})();
`;

export const LIVE_SCRIPT = SCRIPT;

/** Named by what it says, so that a browser may keep it. */
export const LIVE_SCRIPT_PATH = `/vp/khi-go-${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 12)}.js`;
