import { type Day, dayOf, type Instant } from '../../dsl/time/day.ts';
import type { DirectiveView } from '../../register/index.ts';
import type { Sandbox } from '../../rehearsal/sandbox.ts';
import type { TaskRun } from '../../rehearsal/task-runs.ts';
import { actSpoken } from '../../texts/acts.ts';
import { formatDayLong, formatMoment } from '../../texts/format.ts';
import { headlineFor } from '../../texts/messages/index.ts';
import { CHANNEL_NAMES } from '../../texts/names.ts';
import { OUTCOME_NAMES } from '../../texts/outcomes.ts';
import { stepText } from '../../texts/rules.ts';

type Event = DirectiveView['events'][number];
type Message = DirectiveView['messages'][number];

const CHANNEL_WIDTH = Math.max(...Object.values(CHANNEL_NAMES).map((name) => name.length));

/** Tells what happens as it happens: each event of the register once, with every message it sent. */
export class DemoStory {
  private readonly told = new Map<string, number>();
  private today: Day | null = null;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly print: (line: string) => void,
  ) {}

  async tell({ task }: TaskRun): Promise<void> {
    const view = await this.sandbox.register.directives.show(task.id);
    if (!view) return;
    const from = this.told.get(task.id) ?? 0;
    for (const event of view.events.slice(from)) this.tellEvent(view, event);
    this.told.set(task.id, view.events.length);
  }

  private tellEvent({ directive, messages }: DirectiveView, event: Event): void {
    // An occurrence that was opened waits for its morning: nothing to tell yet.
    if (!event.act && event.posts.length === 0) return;
    this.turnTo(event.at);
    const name = `${directive.localId}${directive.series ? ` (kỳ ${directive.series.occurrence})` : ''}`;
    if (event.act) this.print(`  ${time(event.at)}  ${name}: ${actSpoken(event.act.act)}`);
    for (const post of event.posts) {
      this.print(`  ${time(post.at)}  ${name}: ${stepText(post)}`);
      for (const message of messages.filter((m) => m.postKey === post.key)) this.print(messageLine(message));
    }
  }

  private turnTo(at: Instant): void {
    const day = dayOf(at);
    if (day === this.today) return;
    this.today = day;
    this.print(`\n${formatDayLong(day)}`);
  }
}

function time(at: Instant): string {
  return formatMoment(at).slice(0, 5);
}

function messageLine({ channel, personName, address, content, outcome, reason }: Message): string {
  const fate = OUTCOME_NAMES[outcome] + (reason ? `: ${reason}` : '');
  if (channel === null) return `         (không có người nhận) ${fate}`;
  return `         ${CHANNEL_NAMES[channel].padEnd(CHANNEL_WIDTH)} ${personName} <${address}>: ${content ? headlineFor(channel, content) : ''} [${fate}]`;
}
