import { withoutTokens } from '../office/links/token.ts';
import type { DirectiveView, SentText } from '../register/index.ts';
import { formatMoment } from '../texts/format.ts';
import { channelName, kindName } from '../texts/names.ts';
import { OUTCOME_NAMES, TEXT_KEPT } from '../texts/outcomes.ts';
import { printLine } from './output.ts';

type Texts = ReadonlyMap<string, SentText>;

/** Each message once, the words as the reader got them, the links by which one could act left out. */
export function printSentTexts({ messages }: DirectiveView, texts: Texts): void {
  const told = messages.flatMap((m) => {
    const text = texts.get(m.id);
    return text === undefined ? [] : [{ ...m, text }];
  });
  printLine(told.length === 0 ? '\nChưa có thông báo nào bắt đầu gửi.' : `\n${TEXT_KEPT}:`);
  for (const { id, at, kind, role, personName, channel, outcome, text } of told) {
    printLine(
      `\n── ${id.slice(0, 8)}  ${formatMoment(at)}  ${kindName(kind, role)} → ${personName ?? ''} (${channelName(channel)}): ${OUTCOME_NAMES[outcome]}`,
    );
    if (text.subject !== null) printLine(`Tiêu đề: ${text.subject}\n`);
    printLine(withoutTokens(text.text).trimEnd());
  }
}

/** For programs: null for a message that never began to leave. */
export function sentTextJson(texts: Texts, id: string): { subject: string | null; text: string } | null {
  const found = texts.get(id);
  return found === undefined ? null : { subject: found.subject, text: withoutTokens(found.text) };
}
