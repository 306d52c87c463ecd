/** Somebody who goes on sending more than this does not wait for a kind answer. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Lets a body that is too large run out unread: a browser still sending would show a broken connection, not the page. */
export async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  let read = 0;
  try {
    while (read < MOST_BYTES) {
      const { done, value } = await reader.read();
      if (done) return;
      read += value.length;
    }
  } catch {
    // The sender has gone: nobody waits for the answer.
  }
}
