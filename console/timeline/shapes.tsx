import type { MarkItem } from './scene.ts';

/** Forms about 0,0, some 12 px wide: they differ without colour. An act is a person; the key's own is none of a stage's. */
const FORMS: Record<MarkItem['stage'], string> = {
  assign: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z',
  remind: 'M0 -7L6.8 5.4H-6.8z',
  escalate: 'M-5.5 -5.5H5.5V5.5H-5.5z',
  close: 'M0 -7.2L7.2 0L0 7.2L-7.2 0z',
  act: 'M0 -7.2a3 3 0 1 1 0 6a3 3 0 1 1 0 -6zM-5.8 6.6c0 -4.4 2.4 -6.2 5.8 -6.2s5.8 1.8 5.8 6.2z',
  key: 'M-3.4 -5.9H3.4L6.8 0L3.4 5.9H-3.4L-6.8 0z',
};

const CROSS = <path class="sign" d="M-7 -7L7 7M7 -7L-7 7" />;
const BAR = <path class="sign" d="M-9 0H9" />;
const QUESTION = <path class="sign" d="M-1.9 -2.2a1.9 1.9 0 1 1 2.8 1.7q-.9 .5 -.9 1.5M0 3.4v.1" />;
const DOT = <circle class="dot" r={2} />;

/** What is drawn over a form to say what is known of it. */
const SIGNS: Record<MarkItem['state'], typeof CROSS | null> = {
  planned: null,
  dropped: null,
  posted: DOT,
  accepted: null,
  unknown: QUESTION,
  refused: CROSS,
  skipped: BAR,
  act: null,
};

/** Scaled up where a sign must be read inside the form. */
export function Shape({ stage, state }: Pick<MarkItem, 'stage' | 'state'>) {
  const scale = state === 'unknown' ? { transform: 'scale(1.25)' } : {};
  return (
    <>
      <path class="form" d={FORMS[stage]} {...scale} />
      {SIGNS[state]}
    </>
  );
}

/** The CSS classes by which a mark has its colour and filling. */
export function classesOf({ stage, state }: Pick<MarkItem, 'stage' | 'state'>): string {
  if (state === 'dropped') return 'dropped';
  return state === 'act' ? `${stage} done` : `${stage} ${state}`;
}
