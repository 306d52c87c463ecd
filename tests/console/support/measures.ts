/* Measured in the browser, on the page as it is drawn. Expressions, because the page itself runs no script. */

/** Texts whose ink and ground differ by less than 4.5:1, as "ratio: text". */
export const FAINT_TEXTS = `(() => {
  const parse = (c) => (c.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const c = parse(getComputedStyle(at).backgroundColor);
      if (c.length === 3 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].filter((n) => n.nodeType === 3 && n.textContent.trim() !== '');
    if (own.length === 0 || !e.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faint.push(ratio.toFixed(2) + ': ' + own[0].textContent.trim());
  }
  return faint;
})()`;

/** Things to press or type into that are lower than a finger (44 px), as "height: name". */
export const SMALL_TARGETS = `[...document.querySelectorAll('button, summary, .go, textarea, input:not([type=hidden])')]
  .filter((e) => e.checkVisibility())
  .map((e) => [Math.round(e.getBoundingClientRect().height), e.name || e.textContent.trim()])
  .filter(([height]) => height < 44)
  .map(([height, name]) => height + ': ' + name)`;

/** Fields nobody could name. */
export const UNLABELLED = `[...document.querySelectorAll('textarea, input:not([type=hidden])')]
  .filter((e) => e.labels.length === 0).map((e) => e.name)`;

/** Pixels the page is wider than the screen. */
export const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Width of the ring around what has the focus. */
export const FOCUS_RING = 'parseFloat(getComputedStyle(document.activeElement).outlineWidth)';
