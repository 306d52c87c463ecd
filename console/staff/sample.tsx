import type { Context } from 'hono';
import { hasRight } from '../../office/staff/index.ts';
import { SAMPLE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import type { SampleSwitch } from '../options.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { staffPage } from './frame.tsx';

/** The service needs so long to end with one office's data and begin with the other's. */
const MOVING_SECONDS = 12;

/** Offers sample data to an office that has nothing yet; says that it is, and offers the way out, where it is there. */
export function SampleCard({
  sample,
  visit,
  isEmpty,
}: {
  readonly sample: SampleSwitch | undefined;
  readonly visit: StaffVisit;
  readonly isEmpty: boolean;
}) {
  if (sample === undefined || !(sample.isOn || isEmpty)) return null;
  return (
    <section class="card">
      <p>{sample.isOn ? say.isOn : say.offer}</p>
      {hasRight(visit.session.role, 'set-up') ? (
        <form method="post" action={`${visit.top}/du-lieu-mau`}>
          <button type="submit" class="quiet">
            {sample.isOn ? say.leave : say.open}
          </button>
        </form>
      ) : null}
    </section>
  );
}

/** Begins to go over, and waits on a page that opens the other office by itself. */
export async function changeSample(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { sample } = context;
  if (!sample) return problemPage(c, context, 'notFound');
  const url = await sample.change(visit.session);
  return staffPage(
    c,
    context,
    visit,
    { title: say.movingTitle, at: 'home', refresh: { seconds: MOVING_SECONDS, url } },
    <section class="card">
      <h1>{say.movingTitle}</h1>
      <p role="status">{sample.isOn ? say.movingOut : say.movingIn}</p>
      <p class="hint">{say.movingHint}</p>
      <p>
        <a class="go" href={url}>
          {say.movingLink}
        </a>
      </p>
    </section>,
  );
}
