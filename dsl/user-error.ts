/**
 * Something a person can mend: bad input, a missing part. The message is one Vietnamese line that says what is wrong,
 * where, and what would be right; commands print it alone and exit with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
