/** The system's code of an error, as `ENOENT`; undefined where it has none. */
export function codeOf(error: unknown): unknown {
  return Object(error).code;
}
