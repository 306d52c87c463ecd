import type { Post } from '../../../dsl/rules/index.ts';
import { type Day, dayOf } from '../../../dsl/time/day.ts';
import type { WorkCalendar } from '../../../dsl/time/work-calendar.ts';
import { issueInstant } from '../../../office/issue-instant.ts';
import type { Compared, Falling } from '../../../office/policies/compare.ts';
import type { Answered, BothWays } from '../../../office/policies/index.ts';
import { timelineOfSteps } from '../../../office/timeline/index.ts';
import { formatDay } from '../../../texts/format.ts';
import { roleName } from '../../../texts/names.ts';
import { caseDay } from '../../../texts/policy-cases.ts';
import { COMPARE_LINES, WEAKNESSES } from '../../../texts/policy-compare.ts';
import { stepText } from '../../../texts/rules.ts';
import { COMPARE_PAGE as say } from '../../../texts/staff/index.ts';
import { TimelineView } from '../../timeline/document.tsx';
import { TableView } from '../table.tsx';

interface Named {
  readonly a: string;
  readonly b: string;
  readonly calendar: WorkCalendar;
}

/** Whether B falls behind A, and the shortest story that shows it, day beside day. */
export function ComparedView({ a, b, calendar, compared }: Named & { readonly compared: Answered<BothWays> }) {
  if (compared.state === 'running') return <p role="status">{say.comparing}</p>;
  if (compared.state === 'failed') return <p class="fault">{compared.fault}</p>;
  const { forth, back } = compared.value;
  return (
    <>
      <Verdict a={a} b={b} compared={forth} />
      {forth.verdict === 'proved' && back.verdict === 'proved' ? <p>{COMPARE_LINES.equal(a, b)}</p> : null}
      {forth.verdict === 'refuted' && forth.story ? (
        <StoryView a={a} b={b} story={forth.story} calendar={calendar} />
      ) : null}
    </>
  );
}

function Verdict({ a, b, compared }: Omit<Named, 'calendar'> & { readonly compared: Compared }) {
  if (compared.verdict === 'unknown') return <p>{COMPARE_LINES.unknown}</p>;
  if (compared.verdict === 'proved') return <p>{COMPARE_LINES.proved(a, b, compared.lives)}</p>;
  const { property, role } = compared;
  return <p class="fault">{COMPARE_LINES.refuted(a, b, WEAKNESSES[property], role && roleName(role))}</p>;
}

function StoryView({ a, b, story, calendar }: Named & { readonly story: NonNullable<Falling['story']> }) {
  const days = [...new Set([story.on, ...[...story.a, ...story.b].map(({ at }) => dayOf(at))])].sort();
  const told = (posts: readonly Post[], day: Day) =>
    posts
      .filter(({ at }) => dayOf(at) === day)
      .map(stepText)
      .join('; ') || COMPARE_LINES.nobody;
  const picture = (name: string, steps: readonly Post[], id: string) => (
    <TimelineView
      timeline={timelineOfSteps(name, { issuedAt: issueInstant(story.issued), due: story.due, steps }, calendar)}
      id={id}
      label={name}
    />
  );
  return (
    <>
      <h3>{COMPARE_LINES.story(formatDay(story.issued), formatDay(story.due))}</h3>
      {picture(a, story.a, 'so-a')}
      {picture(b, story.b, 'so-b')}
      <TableView
        columns={[COMPARE_LINES.dayHead, a, b, ''].map((name) => ({ name }))}
        rows={days.map((day) => [
          caseDay(day),
          told(story.a, day),
          told(story.b, day),
          day === story.on ? <span class="missing">{COMPARE_LINES.behind}</span> : '',
        ])}
      />
    </>
  );
}
