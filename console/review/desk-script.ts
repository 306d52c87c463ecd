import { createHash } from 'node:crypto';

/**
 * What the page's buttons do: they write entries of a corrections file (`office/review/corrections-file.ts`) and send
 * nothing. Plain script of the browser, the same on every page, so that a policy can name it by its hash; it reads the
 * notice only as text and from data attributes. Spans are offsets in the text of `.words`, which is the notice's own.
 */
export const DESK_SCRIPT = `(() => {
  'use strict';
  const words = document.querySelector('.words');
  const text = words.textContent;
  const desk = document.getElementById('desk');
  const entries = new Map();
  const quoted = JSON.stringify;
  const cards = [...document.querySelectorAll('article[data-span]')];
  const spanOf = (card) => card.dataset.span.split(',').map(Number);
  const of = (card) => entries.get(card.dataset.id) || { origin: card };
  const put = (card, change) => entries.set(card.dataset.id, { ...of(card), ...change });
  const fresh = () => { let n = 1; while (entries.has('BS.' + n) || cards.some((c) => c.dataset.id === 'BS.' + n)) n++; return 'BS.' + n; };
  const clean = (t) => t.replace(/^[\\s,;.:-]+|\\s+$/g, '');

  const fieldsOf = (e) => [
    ...(e.drop ? ['  drop: true'] : []),
    ...(e.text === undefined ? [] : ['  text: ' + quoted(e.text)]),
    ...(e.lead === undefined ? [] : ['  lead: ' + (e.lead.length === 0 ? 'none' : '[' + e.lead.map(quoted).join(', ') + ']')]),
  ];
  const yaml = () => [...entries].map(([id, e]) => [(e.add ? '- add: ' : '- directive: ') + quoted(id), ...fieldsOf(e)].join('\\n')).join('\\n') + '\\n';
  // As the program counts them: a directive added or dropped is one, and so is each field set.
  const edits = () => [...entries.values()].reduce((n, e) => n + (e.add || e.drop ? 1 : fieldsOf(e).length), 0);

  const show = () => {
    const touched = new Set([...entries.values()].map((e) => e.origin));
    for (const card of cards) card.classList.toggle('edited', touched.has(card));
    desk.hidden = entries.size === 0;
    document.getElementById('desk-count').textContent = String(edits());
    document.getElementById('desk-out').textContent = yaml();
    document.getElementById('desk-save').href = 'data:text/yaml;charset=utf-8,' + encodeURIComponent(yaml());
  };
  const undo = (card) => { for (const [id, e] of entries) if (e.origin === card) entries.delete(id); };
  const say = (card, message) => { card.querySelector('.said').textContent = message; };

  const asked = (card) => {
    const now = JSON.parse(card.dataset.lead || '[]').join('; ');
    const given = window.prompt(desk.dataset.askLead, now);
    return given === null ? null : given.split(';').map((n) => n.trim()).filter((n) => n !== '');
  };
  const under = (card) => cards.filter((c) => c.dataset.id && c.dataset.id.startsWith(card.dataset.under + '.'));
  const selected = () => {
    const range = getSelection().rangeCount > 0 ? getSelection().getRangeAt(0) : null;
    if (!range || range.collapsed || !words.contains(range.commonAncestorContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const from = before.toString().length;
    return [from, from + range.toString().length];
  };

  const acts = {
    drop: (card) => { undo(card); put(card, { drop: true }); },
    take: (card) => { undo(card); entries.set(fresh(), { add: true, text: text.slice(...spanOf(card)), origin: card }); },
    lead: (card) => {
      const names = asked(card);
      if (names === null) return;
      if (card.dataset.id) put(card, { lead: names, drop: false });
      else for (const e of entries.values()) if (e.origin === card) e.lead = names;
    },
    leadUnder: (card) => {
      const names = asked(card);
      if (names !== null) for (const one of under(card)) if (!of(one).drop) put(one, { lead: names });
    },
    split: (card) => {
      const [a, b] = spanOf(card);
      const part = selected();
      if (!part || part[0] < a || part[1] > b) return say(card, desk.dataset.select);
      undo(card);
      const [before, after] = [clean(text.slice(a, part[0])), clean(text.slice(part[1], b))];
      put(card, { text: before.length >= after.length ? before : after });
      entries.set(fresh(), { add: true, text: clean(text.slice(...part)), lead: JSON.parse(card.dataset.lead || '[]'), origin: card });
    },
    join: (card) => {
      const directives = cards.filter((c) => c.dataset.id);
      const next = directives[directives.indexOf(card) + 1];
      if (!next) return say(card, desk.dataset.last);
      undo(card);
      put(card, { text: text.slice(spanOf(card)[0], spanOf(next)[1]) });
      entries.set(next.dataset.id, { drop: true, origin: card });
    },
    undo,
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-do]');
    const card = button && button.closest('article[data-span]');
    if (!card) return;
    say(card, '');
    acts[button.dataset.do](card);
    show();
  });
  document.getElementById('desk-copy').addEventListener('click', () => navigator.clipboard && navigator.clipboard.writeText(yaml()));
  for (const card of cards) {
    const buttons = document.getElementById(card.dataset.id ? 'desk-directive' : 'desk-unread').content.cloneNode(true);
    const under = buttons.querySelector('[data-do=leadUnder]');
    if (under && card.dataset.under) under.textContent = under.textContent.replace('#', card.dataset.under);
    else if (under) under.remove();
    card.querySelector('dl,p.passage').after(buttons);
  }
})();`;

/** What the page's policy lets run: this script and no other. */
export const DESK_SCRIPT_HASH = `'sha256-${createHash('sha256').update(DESK_SCRIPT).digest('base64')}'`;
