import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type Channel, channelsOf } from '../../dsl/policy/channels.ts';
import { present } from '../../dsl/present.ts';
import { CHANNEL_NAMES } from '../../texts/names.ts';
import { channelStandingText, CHANNELS_PAGE as say } from '../../texts/staff/index.ts';
import type { ChannelView } from '../channel-desk.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { FieldView } from './field-view.tsx';
import { sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';
import { TableView } from './table.tsx';

/** How the channels stand, and the forms that stop one and let it send again. */
export async function showChannels(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const channel = channelsOf().find((one) => one === c.req.query('da'));
  return channelsPage(c, context, visit, channel && doneWith(channel, c.req.query('la') === 'dung'));
}

function doneWith(channel: Channel, isStopped: boolean): Said {
  return { kind: 'done', text: say[isStopped ? 'stopped' : 'resumed'](CHANNEL_NAMES[channel]) };
}

export async function stopOne(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const channel = channelAsked(c);
  if (!channel || !context.channels) return problemPage(c, context, 'notFound');
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const reason = sent.line('ly-do');
  if (reason === '') return channelsPage(c, context, visit, { kind: 'refused', text: say.needsReason }, 422);
  await context.channels.stop(channel, say.by(reason, visit.session.name));
  return c.redirect(`${visit.top}/kenh?da=${channel}&la=dung`, 303);
}

export async function resumeOne(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const channel = channelAsked(c);
  if (!channel || !context.channels) return problemPage(c, context, 'notFound');
  await context.channels.resume(channel, visit.session.name);
  return c.redirect(`${visit.top}/kenh?da=${channel}&la=gui`, 303);
}

function channelAsked(c: Context<Env>): Channel | undefined {
  return channelsOf().find((one) => one === c.req.param('channel'));
}

async function channelsPage(
  c: Context<Env>,
  context: StaffContext,
  visit: StaffVisit,
  said?: Said,
  status: 200 | 422 = 200,
): Promise<Response> {
  if (!context.channels) return problemPage(c, context, 'notFound');
  const standings = await context.channels.standings();
  return staffPage(
    c,
    context,
    visit,
    present({ title: say.title, at: 'settings', status, said }),
    <section class="card wide">
      <h1>{say.title}</h1>
      <p>{say.about}</p>
      <TableView
        columns={say.head.map((name, i) => ({ name, isNumber: i === 2 || i === 3 }))}
        rows={standings.map((one) => cellsOf(one, visit))}
      />
    </section>,
  );
}

function cellsOf(view: ChannelView, { top }: StaffVisit): Child[] {
  const { channel, stopped, backlog, senders } = view;
  const name = CHANNEL_NAMES[channel];
  return [
    name,
    channelStandingText(view),
    String(backlog),
    String(senders),
    stopped === null ? (
      <form method="post" action={`${top}/kenh/${channel}/dung`}>
        <FieldView id={`ly-do-${channel}`} name="ly-do" label={say.reason} hint={say.reasonHint} isRequired />
        <button type="submit" class="quiet" aria-label={say.stopOf(name)}>
          {say.stop}
        </button>
      </form>
    ) : (
      <form method="post" action={`${top}/kenh/${channel}/gui-tiep`}>
        <button type="submit" aria-label={say.resumeOf(name)}>
          {say.resume}
        </button>
      </form>
    ),
  ];
}
