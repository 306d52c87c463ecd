import { reviewPage as say } from '../../texts/review/index.ts';

/** The entries that the buttons have written so far, to keep as a corrections file; seen once there is one. */
export function DeskView() {
  return (
    <section
      class="desk"
      id="desk"
      hidden
      aria-live="polite"
      data-ask-lead={say.askLead}
      data-select={say.selectFirst}
      data-last={say.noNext}
    >
      <p>
        <b id="desk-count">0</b> {say.edits}{' '}
        <a id="desk-save" href="#desk" download="sua.yaml">
          {say.saveEdits}
        </a>{' '}
        <button type="button" id="desk-copy">
          {say.copyEdits}
        </button>
      </p>
      <details>
        <summary>{say.showEdits}</summary>
        <pre id="desk-out" />
      </details>
      <p>
        <small>{say.editsHint}</small>
      </p>
    </section>
  );
}

type DeskAct = 'take' | 'drop' | 'lead' | 'leadUnder' | 'split' | 'join' | 'undo';

const ON_DIRECTIVE: readonly DeskAct[] = ['drop', 'lead', 'leadUnder', 'split', 'join', 'undo'];
const ON_UNREAD: readonly DeskAct[] = ['take', 'lead', 'undo'];

/** The buttons of a card, once: the page's script sets a copy into each, so that without it there are none. */
export function DeskTemplates() {
  return (
    <>
      <template id="desk-directive">
        <Buttons acts={ON_DIRECTIVE} />
      </template>
      <template id="desk-unread">
        <Buttons acts={ON_UNREAD} />
      </template>
    </>
  );
}

function Buttons({ acts }: { readonly acts: readonly DeskAct[] }) {
  return (
    <p class="desk-buttons">
      {acts.map((act) => (
        <button type="button" data-do={act}>
          {say.acts[act]}
        </button>
      ))}
      <span class="said" role="status" />
    </p>
  );
}
