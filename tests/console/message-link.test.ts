import { describe, expect, test } from '@jest/globals';
import { renderHtml, renderText } from '../../delivery/email/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf } from '../delivery/support/facts.ts';

const url = 'https://dondoc.example/l/AbCdEfGhIjKlMnOpQrStUv.sx3380.hf0cSOfXUWSXGDpYuUlSGvcnkVTTrRB1.6629';
const link = { url, takesActs: true };

describe('a message with a link', () => {
  const content = composeMessage(factsOf('assignment', 'lead', '2025-02-25', { link }));

  test('shows it as a button in HTML and on a line of its own in text', () => {
    expect(renderText(content)).toContain(`\nXem và phản hồi:\n${url}\n`);
    expect(renderHtml(content)).toMatch(new RegExp(`<a href="${url}"[^>]*>Xem và phản hồi</a>`));
    expect(content.zalo.body.endsWith(` Xem và phản hồi: ${url}`)).toBe(true);
    expect(content.zalo.link).toBe(url);
  });

  test('only shows where nothing can be done', () => {
    const view = composeMessage(factsOf('overdue', 'issuer', '2025-03-25', { link: { url, takesActs: false } }));
    expect(view.link?.label).toBe('Xem nhiệm vụ');
  });

  test('keeps the short form within Zalo’s limit, the address whole', () => {
    const leadNames = Array.from({ length: 120 }, (_, i) => `Ủy ban nhân dân xã số ${i}`);
    const long = composeMessage(
      factsOf('assignment', 'lead', '2025-02-25', { link, directive: { ...DIRECTIVE, leadNames } }),
    );
    expect([...long.zalo.body].length).toBeLessThanOrEqual(2_000);
    expect(long.zalo.body.endsWith(url)).toBe(true);
  });

  test('an address that breaks out of its quotes stays in them', () => {
    const odd = composeMessage(
      factsOf('assignment', 'lead', '2025-02-25', { link: { url: 'https://a/"><b>', takesActs: true } }),
    );
    expect(renderHtml(odd)).toContain('href="https://a/&quot;&gt;&lt;b&gt;"');
  });

  test('is as before where no pages are served', () => {
    const plain = composeMessage(factsOf('assignment', 'lead', '2025-02-25'));
    expect(plain).not.toHaveProperty('link');
    expect(renderHtml(plain)).not.toContain('<a ');
  });
});
