import type { DigestSection, MessageContent } from '../../texts/messages/index.ts';

/** The message as plain text: what a reader without HTML sees, word for word the same. */
export function renderText(content: MessageContent): string {
  const rows = content.facts.map(({ label, value }) => `- ${label}: ${value.replace(/\n/g, '\n  ')}`);
  return [
    content.heading.toLocaleUpperCase('vi'),
    `Kính gửi: ${content.salutation}.`,
    ...content.paragraphs,
    content.ask,
    ...(content.link === undefined ? [] : [`${content.link.label}:\n${content.link.url}\n(${content.link.note})`]),
    ...(rows.length === 0 ? [] : [rows.join('\n')]),
    ...(content.sections ?? []).map(section),
    ...(content.quote === '' ? [] : [`Nội dung giao:\n${quoted(content.quote)}`]),
    `Trân trọng.\n\n-- \n${content.signature.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function section({ title, items }: DigestSection): string {
  const told = items.flatMap(({ ask, heading, lines, link, links = [] }, i) => [
    ...(ask === undefined ? [] : [ask]),
    [
      `${i + 1}. ${heading}`,
      ...lines,
      ...(link === undefined ? [] : [link.url]),
      ...links.map(({ label, url }) => `- ${label}: ${url}`),
    ].join('\n   '),
  ]);
  return [title.toLocaleUpperCase('vi'), ...told].join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
