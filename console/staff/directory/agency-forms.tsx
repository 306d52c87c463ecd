import {
  type Agency,
  type Directory,
  FUNCTIONS,
  isReachable,
  type Person,
  type Position,
} from '../../../register/index.ts';
import { formatDay } from '../../../texts/format.ts';
import { DIRECTORY as say } from '../../../texts/staff/index.ts';
import { FieldView } from '../field-view.tsx';

interface Place {
  readonly here: string;
}

/** A form that writes over what it shows, and says what that was. */
interface Over extends Place {
  readonly shown: string;
}

export function NameForm({ here, agency, shown }: Over & { readonly agency: Agency }) {
  return (
    <form method="post" action={here}>
      <input type="hidden" name="thay" value={shown} />
      <FieldView id="ten-don-vi" name="ten" label={say.name} value={agency.name} isRequired />
      <FieldView
        id="ten-khac"
        name="ten-khac"
        label={say.aliases}
        hint={say.aliasesHint}
        value={agency.aliases.join('; ')}
      />
      <button type="submit" name="lam" value="ten" class="quiet">
        {say.save}
      </button>
    </form>
  );
}

/** Somebody with their addresses, each in its field; without any it is said in red. */
export function PersonForm({
  here,
  n,
  person,
  position,
  shown,
}: Over & { readonly n: number; readonly person: Person; readonly position: Position }) {
  const since = position.from === undefined ? '' : ` · ${say.from.toLowerCase()} ${formatDay(position.from)}`;
  const as = [say.functions[position.function], position.acting ? say.acting : '', position.title ?? ''];
  return (
    <form method="post" action={here} class="person">
      <input type="hidden" name="thay" value={shown} />
      <input type="hidden" name="nguoi" value={person.id} />
      <input type="hidden" name="vai-tro" value={position.function} />
      <p class="when">
        {as.filter(Boolean).join(' · ')}
        {since}
      </p>
      {isReachable(person) ? null : <p class="missing">{say.noAddress}</p>}
      <div class="row">
        <FieldView id={`ten-${n}`} name="ten" label={say.personName} value={person.name} isRequired />
        <FieldView id={`thu-${n}`} name="thu" type="email" label={say.email} value={person.email ?? ''} />
        <FieldView id={`so-${n}`} name="so" type="tel" label={say.phone} value={person.phone ?? ''} />
      </div>
      <p class="buttons">
        <button type="submit" name="lam" value="nguoi" class="quiet">
          {say.save}
        </button>
        <button type="submit" name="lam" value="thoi" class="quiet">
          {say.leave}
        </button>
      </p>
    </form>
  );
}

export function AppointForm({ here }: Place) {
  return (
    <section class="card">
      <h2>{say.appoint}</h2>
      <p class="hint">{say.appointHint}</p>
      <form method="post" action={here}>
        <div class="row">
          <FieldView id="moi-ten" name="ten" label={say.personName} isRequired />
          <FieldView id="moi-thu" name="thu" type="email" label={say.email} />
          <FieldView id="moi-so" name="so" type="tel" label={say.phone} />
        </div>
        <div class="row">
          <div class="field">
            <label for="vai-tro">{say.as}</label>
            <select id="vai-tro" name="vai-tro">
              {FUNCTIONS.map((as) => (
                <option value={as} selected={as === 'contact'}>
                  {say.functions[as]}
                </option>
              ))}
            </select>
          </div>
          <FieldView id="chuc-vu" name="chuc-vu" label={say.jobTitle} />
          <FieldView id="tu-ngay" name="tu-ngay" label={say.from} hint={say.fromHint} />
        </div>
        <label class="tick">
          <input type="checkbox" name="phu-trach" value="1" />
          {say.isActing}
        </label>
        <button type="submit" name="lam" value="them">
          {say.appointButton}
        </button>
      </form>
    </section>
  );
}

export function MembersForm({
  here,
  agency,
  names,
  shown,
}: Over & { readonly agency: Agency; readonly names: readonly string[] }) {
  return (
    <section class="card">
      <h2>{say.group(names.length)}</h2>
      {agency.rule === undefined ? null : <p>{say.byRule}</p>}
      <form method="post" action={here}>
        <input type="hidden" name="thay" value={shown} />
        <div class="field">
          <label for="thanh-vien">{say.members}</label>
          <p class="hint" id="thanh-vien-ghi-chu">
            {say.membersHint}
          </p>
          <textarea id="thanh-vien" name="thanh-vien" rows={4} aria-describedby="thanh-vien-ghi-chu">
            {names.join('; ')}
          </textarea>
        </div>
        <button type="submit" name="lam" value="nhom" class="quiet">
          {say.save}
        </button>
      </form>
    </section>
  );
}

/** Mergers and dissolutions: folded, for they are rare and weigh much. */
export function EndForm({ here, directory }: Place & { readonly directory: Directory }) {
  return (
    <section class="card">
      <details>
        <summary>{say.end}</summary>
        <datalist id="don-vi">
          {directory.agencies.map(({ name }) => (
            <option value={name} />
          ))}
        </datalist>
        <form method="post" action={here}>
          <div class="row">
            <FieldView id="nhan" name="nhan" label={say.into} hint={say.intoHint} list="don-vi" />
            <FieldView id="het-ngay" name="tu-ngay" label={say.from} hint={say.fromHint} />
          </div>
          <button type="submit" name="lam" value="het" class="quiet">
            {say.endButton}
          </button>
        </form>
      </details>
    </section>
  );
}
