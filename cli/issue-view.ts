import { type Channel, channelsOf } from '../dsl/policy/channels.ts';
import type { IssuePreview } from '../office/issue-preview.ts';
import { ISSUE_LINES as say } from '../texts/issue.ts';
import { CHANNEL_NAMES } from '../texts/names.ts';

const MOST_NAMES = 5;

/** What issuing will come to, for a person who is about to say yes. */
export function previewLines(name: string, preview: IssuePreview, ready: ReadonlySet<Channel>): string[] {
  const { tasks, agencies, groups, unknownGroups, reached, held, unreachable, noLead, overdue, unread, firstAt } =
    preview;
  const named = (channels: readonly Channel[]) => channels.map((channel) => CHANNEL_NAMES[channel]).join(', ');
  const missing = channelsOf().filter((channel) => !ready.has(channel));
  return [
    say.tasks(name, tasks, agencies.length),
    ...groups.map((group) => say.group(group.name, group.members)),
    ...(unknownGroups.length === 0 ? [] : [say.unknownGroups(unknownGroups)]),
    ...(ready.size === 0 ? [] : [say.reach(reached, named([...ready]))]),
    ...(held === 0 ? [] : [say.held(held, named(missing))]),
    ...(unreachable.length === 0
      ? []
      : [say.unreachable(unreachable.slice(0, MOST_NAMES), Math.max(0, unreachable.length - MOST_NAMES))]),
    ...(noLead.length === 0 ? [] : [say.noLead(noLead)]),
    ...(overdue === 0 ? [] : [say.overdue(overdue)]),
    ...(unread === 0 ? [] : [say.unread(unread)]),
    ...(firstAt === null ? [] : [say.first(firstAt)]),
  ];
}
