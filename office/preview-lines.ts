import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import { ISSUE_LINES as say } from '../texts/issue.ts';
import { CHANNEL_NAMES } from '../texts/names.ts';
import type { IssuePreview } from './issue-preview.ts';

const MOST_NAMES = 8;

/** What issuing will come to, for a person who is about to say yes: a sentence each, the same on a page and in a window. */
export function previewLines(preview: IssuePreview, ready: ReadonlySet<Channel>): string[] {
  const { tasks, agencies, groups, unknownGroups, reached, held, unreachable, noLead, overdue, unread, firstAt } =
    preview;
  const named = (channels: readonly Channel[]) => channels.map((channel) => CHANNEL_NAMES[channel]).join(', ');
  const channels = channelsOf().filter((channel) => ready.has(channel));
  const missing = channelsOf().filter((channel) => !ready.has(channel));
  return [
    say.tasks(tasks, agencies.length),
    ...groups.map((group) => say.group(group.name, group.members)),
    ...(unknownGroups.length === 0 ? [] : [say.unknownGroups(unknownGroups)]),
    channels.length === 0 ? say.noChannel : say.reach(reached, named(channels)),
    ...(held === 0 || channels.length === 0 ? [] : [say.held(held, named(missing))]),
    ...(unreachable.length === 0
      ? []
      : [say.unreachable(unreachable.slice(0, MOST_NAMES), Math.max(0, unreachable.length - MOST_NAMES))]),
    ...(noLead.length === 0 ? [] : [say.noLead(noLead)]),
    ...(overdue === 0 ? [] : [say.overdue(overdue)]),
    ...(unread === 0 ? [] : [say.unread(unread)]),
    ...(firstAt === null ? [] : [say.first(firstAt)]),
  ];
}
