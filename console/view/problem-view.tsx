import type { ProblemWords } from '../../texts/pages/index.ts';

/** A page that says why nothing is shown, and what to do. */
export function ProblemView({ words }: { readonly words: ProblemWords }) {
  return (
    <section class="card">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
    </section>
  );
}
