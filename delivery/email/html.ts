import { html, raw } from 'hono/html';
import type { DigestItem, DigestSection, FactRow, MessageContent, MessageLink } from '../../texts/messages/index.ts';

/*
 * Tables and inline styles, because Outlook knows little else. Colours are set in pairs, ink and ground together, so
 * that a client that turns one of them dark turns both; the style block only adds to clients that read it. Outlook
 * knows no greatest width and pads no anchor: it gets a table and a padding of its own.
 */
const FONT = raw("font-family:Arial,'Helvetica Neue',Helvetica,sans-serif");
const INK = 'color:#1b1b1b';
const DIM = 'color:#5a5a5a';
const RULE = '#d5d2cb';

const STYLE = raw(
  `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:600px){.card{padding:20px 16px!important}.page{padding:0!important}.label{width:84px!important}}
@media (prefers-color-scheme:dark){
.page{background-color:#161616!important}.card{background-color:#222!important}
.ink{color:#f0eeea!important}.dim{color:#b3b0a9!important}.go{color:#f2a79b!important}
.ask{background-color:#3a2f1c!important;color:#f6ead2!important}.rule{border-color:#4a4843!important}}
`.trim(),
);

/** Markup: what is put into it is escaped unless it is markup itself. */
type Html = ReturnType<typeof html>;

/**
 * The message as HTML: what is asked stands where a phone shows it without scrolling far. Every text is escaped:
 * nothing anyone wrote becomes markup.
 */
export function renderHtml(content: MessageContent): string {
  const paragraphs = byLine(content.paragraphs.map(paragraph));
  const [office = '', ...notes] = content.signature;
  const quote =
    content.quote === ''
      ? ''
      : html`<p class="dim" style="margin:20px 0 6px;${DIM};font-size:13px;line-height:1.4">Nội dung giao</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="ink rule" style="border-left:3px solid #9b2c1f;padding:2px 0 2px 14px;${INK};font-size:15px;line-height:1.55">${lines(content.quote)}</td></tr></table>`;
  return String(html`<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${content.subject}</title>
<style>${STYLE}</style></head>
<body style="margin:0;padding:0;background-color:#f4f2ee">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f2ee"><tr><td class="page" align="center" style="background-color:#f4f2ee;padding:24px 12px">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px"><tr><td class="card ink" align="left" style="background-color:#ffffff;${INK};${FONT};padding:32px 36px;border-top:4px solid #9b2c1f">
<p class="dim" style="margin:0 0 4px;${DIM};font-size:13px;line-height:1.4">${office}</p>
<h1 class="ink" style="margin:0 0 20px;${INK};font-size:21px;line-height:1.3;font-weight:bold">${content.heading}</h1>
${paragraph(`Kính gửi: ${content.salutation}.`)}
${paragraphs}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0"><tr><td class="ask" style="background-color:#fbf3e2;color:#3b2a08;padding:14px 16px;font-size:15px;line-height:1.55;font-weight:bold">${lines(content.ask)}</td></tr></table>
${content.link === undefined ? '' : button(content.link)}${factTable(content.facts)}${(content.sections ?? []).map(section)}${quote}
<p class="ink" style="margin:22px 0 0;${INK};font-size:15px;line-height:1.55">Trân trọng.</p>
<p class="dim rule" style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid ${RULE};${DIM};font-size:13px;line-height:1.5">${withBreaks([office, ...notes])}</p>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`);
}

function factTable(facts: readonly FactRow[]): Html {
  if (facts.length === 0) return html``;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0">
${byLine(facts.map(row))}
</table>
`;
}

function section({ title, items }: DigestSection): Html {
  return html`<h2 class="ink rule" style="margin:26px 0 4px;padding:0 0 6px;border-bottom:1px solid ${RULE};${INK};font-size:17px;line-height:1.3;font-weight:bold">${title}</h2>
${items.map(item)}`;
}

/** The link under each, large enough for a thumb. */
function item({ ask, heading, lines: told, link, links = link ? [link] : [] }: DigestItem): Html {
  const asked =
    ask === undefined
      ? ''
      : html`<p class="ink" style="margin:14px 0 0;${INK};font-size:15px;line-height:1.5">${lines(ask)}</p>`;
  const said = told.map(
    (line) => html`<p class="dim" style="margin:4px 0 0;${DIM};font-size:14px;line-height:1.5">${lines(line)}</p>`,
  );
  const open = links.map(
    ({ url, label }) =>
      html`<a class="go" href="${url}" style="display:inline-block;padding:10px 0;color:#9b2c1f;font-size:14px;line-height:1.4;font-weight:bold">${label}</a>`,
  );
  return html`${asked}<p class="ink" style="margin:14px 0 0;${INK};font-size:15px;line-height:1.5;font-weight:bold">${heading}</p>
${byLine(said)}
${links.length > 1 ? withBreaks(open) : open}
`;
}

function paragraph(text: string): Html {
  return html`<p class="ink" style="margin:0 0 12px;${INK};font-size:15px;line-height:1.55">${lines(text)}</p>`;
}

/** A cell with a ground of its own: Outlook paints no background on an anchor. */
function button({ label, url, note }: MessageLink): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:18px 0 0"><tr><td class="button" style="background-color:#9b2c1f;border-radius:4px;mso-padding-alt:14px 26px"><a href="${url}" style="display:inline-block;padding:14px 26px;${FONT};font-size:16px;line-height:1.3;font-weight:bold;color:#ffffff;text-decoration:none">${label}</a></td></tr></table>
<p class="dim" style="margin:6px 0 0;${DIM};font-size:13px;line-height:1.4">${note}</p>
`;
}

function row({ label, value }: FactRow): Html {
  const cell = `padding:7px 0;border-bottom:1px solid ${RULE};font-size:14px;line-height:1.5;vertical-align:top`;
  return html`<tr><td class="dim rule label" width="112" style="width:112px;${cell};${DIM}">${label}</td><td class="ink rule" style="${cell};padding-left:8px;${INK};word-break:break-word">${lines(value)}</td></tr>`;
}

function lines(text: string): Html {
  return withBreaks(text.split('\n'));
}

function withBreaks(texts: readonly (string | Html)[]): Html {
  return html`${texts.flatMap((text, i) => (i === 0 ? [text] : [raw('<br>'), text]))}`;
}

/** Each on a line of its own, for whoever reads the source. */
function byLine(parts: readonly Html[]): Html {
  return html`${parts.flatMap((part, i) => (i === 0 ? [part] : ['\n', part]))}`;
}
