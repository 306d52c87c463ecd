import { oneLine } from '../../texts/plain-text.ts';
import { actSentence, STATE_LEGEND, stepSentence, TRACK_NAMES } from '../../texts/timeline.ts';
import type { Mark, Timeline } from './types.ts';

/** A mark in a sentence, one line of clean text. */
export function describeMark(mark: Mark): string {
  if (mark.stage === 'act') return oneLine(actSentence(mark));
  return oneLine(stepSentence({ ...mark, state: STATE_LEGEND[mark.state] }));
}

/** The whole picture in lines, for whoever cannot see it. */
export function timelineText({ about, tracks, flags, marks, notes }: Timeline): string[] {
  return [
    ...about,
    flags.map((f) => f.label).join('; '),
    ...tracks.flatMap((track) => [
      ...(tracks.length > 1 ? [`${TRACK_NAMES[track]}:`] : []),
      ...marks.filter((m) => m.track === track).map(describeMark),
    ]),
    ...notes,
  ].map(oneLine);
}
