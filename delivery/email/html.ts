import type { DigestItem, DigestSection, FactRow, MessageContent, MessageLink } from '../../texts/messages/index.ts';

/*
 * Tables and inline styles, because Outlook knows little else. Colours are set in pairs, ink and ground together, so
 * that a client that turns one of them dark turns both; the style block only adds to clients that read it. Outlook
 * knows no greatest width and pads no anchor: it gets a table and a padding of its own.
 */
const FONT = "font-family:Arial,'Helvetica Neue',Helvetica,sans-serif";
const INK = 'color:#1b1b1b';
const DIM = 'color:#5a5a5a';
const RULE = '#d5d2cb';

const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:600px){.card{padding:20px 16px!important}.page{padding:0!important}.label{width:84px!important}}
@media (prefers-color-scheme:dark){
.page{background-color:#161616!important}.card{background-color:#222!important}
.ink{color:#f0eeea!important}.dim{color:#b3b0a9!important}.go{color:#f2a79b!important}
.ask{background-color:#3a2f1c!important;color:#f6ead2!important}.rule{border-color:#4a4843!important}}
`.trim();

/** The message as HTML: what is asked stands where a phone shows it without scrolling far. Every text is escaped: nothing anyone wrote becomes markup. */
export function renderHtml(content: MessageContent): string {
  const paragraphs = content.paragraphs.map((p) => paragraph(p)).join('\n');
  const [office = '', ...notes] = content.signature;
  const quote =
    content.quote === ''
      ? ''
      : `<p class="dim" style="margin:20px 0 6px;${DIM};font-size:13px;line-height:1.4">Nội dung giao</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="ink rule" style="border-left:3px solid #9b2c1f;padding:2px 0 2px 14px;${INK};font-size:15px;line-height:1.55">${lines(content.quote)}</td></tr></table>`;
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(content.subject)}</title>
<style>${STYLE}</style></head>
<body style="margin:0;padding:0;background-color:#f4f2ee">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f2ee"><tr><td class="page" align="center" style="background-color:#f4f2ee;padding:24px 12px">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px"><tr><td class="card ink" align="left" style="background-color:#ffffff;${INK};${FONT};padding:32px 36px;border-top:4px solid #9b2c1f">
<p class="dim" style="margin:0 0 4px;${DIM};font-size:13px;line-height:1.4">${escapeHtml(office)}</p>
<h1 class="ink" style="margin:0 0 20px;${INK};font-size:21px;line-height:1.3;font-weight:bold">${escapeHtml(content.heading)}</h1>
${paragraph(`Kính gửi: ${content.salutation}.`)}
${paragraphs}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0"><tr><td class="ask" style="background-color:#fbf3e2;color:#3b2a08;padding:14px 16px;font-size:15px;line-height:1.55;font-weight:bold">${lines(content.ask)}</td></tr></table>
${content.link === undefined ? '' : button(content.link)}${factTable(content.facts)}${(content.sections ?? []).map(section).join('')}${quote}
<p class="ink" style="margin:22px 0 0;${INK};font-size:15px;line-height:1.55">Trân trọng.</p>
<p class="dim rule" style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid ${RULE};${DIM};font-size:13px;line-height:1.5">${[office, ...notes].map(escapeHtml).join('<br>')}</p>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`;
}

function factTable(facts: readonly FactRow[]): string {
  if (facts.length === 0) return '';
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0">
${facts.map(row).join('\n')}
</table>
`;
}

function section({ title, items }: DigestSection): string {
  return `<h2 class="ink rule" style="margin:26px 0 4px;padding:0 0 6px;border-bottom:1px solid ${RULE};${INK};font-size:17px;line-height:1.3;font-weight:bold">${escapeHtml(title)}</h2>
${items.map(item).join('')}`;
}

/** The link under each, large enough for a thumb. */
function item({ ask, heading, lines: told, link }: DigestItem): string {
  const asked =
    ask === undefined
      ? ''
      : `<p class="ink" style="margin:14px 0 0;${INK};font-size:15px;line-height:1.5">${lines(ask)}</p>`;
  const said = told.map(
    (line) => `<p class="dim" style="margin:4px 0 0;${DIM};font-size:14px;line-height:1.5">${lines(line)}</p>`,
  );
  const open =
    link &&
    `<a class="go" href="${escapeHtml(link.url)}" style="display:inline-block;padding:10px 0;color:#9b2c1f;font-size:14px;line-height:1.4;font-weight:bold">${escapeHtml(link.label)}</a>`;
  return `${asked}<p class="ink" style="margin:14px 0 0;${INK};font-size:15px;line-height:1.5;font-weight:bold">${escapeHtml(heading)}</p>
${said.join('\n')}
${open ?? ''}
`;
}

function paragraph(text: string): string {
  return `<p class="ink" style="margin:0 0 12px;${INK};font-size:15px;line-height:1.55">${lines(text)}</p>`;
}

/** A cell with a ground of its own: Outlook paints no background on an anchor. */
function button({ label, url, note }: MessageLink): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0"><tr><td class="button" style="background-color:#9b2c1f;border-radius:4px;mso-padding-alt:14px 26px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 26px;${FONT};font-size:16px;line-height:1.3;font-weight:bold;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>
<p class="dim" style="margin:6px 0 0;${DIM};font-size:13px;line-height:1.4">${escapeHtml(note)}</p>
`;
}

function row({ label, value }: FactRow): string {
  const cell = `padding:7px 0;border-bottom:1px solid ${RULE};font-size:14px;line-height:1.5;vertical-align:top`;
  return `<tr><td class="dim rule label" width="112" style="width:112px;${cell};${DIM}">${escapeHtml(label)}</td><td class="ink rule" style="${cell};padding-left:8px;${INK};word-break:break-word">${lines(value)}</td></tr>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}
