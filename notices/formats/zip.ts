import JSZip from 'jszip';

export class ZipTooLarge extends Error {}

/** Reads members of a zip file, counting what they unpack to: a small file cannot fill the memory. */
export interface Zip {
  readonly names: readonly string[];
  /** The member's bytes, or null where there is none. @throws ZipTooLarge */
  read(name: string): Promise<Uint8Array | null>;
}

/**
 * @param mostBytes what all members read may unpack to together
 * @throws Error where the bytes are no zip file
 */
export async function openZip(bytes: Uint8Array, mostBytes: number): Promise<Zip> {
  const zip = await JSZip.loadAsync(bytes);
  let left = mostBytes;
  return {
    names: Object.keys(zip.files),
    async read(name) {
      const file = zip.file(name);
      if (!file) return null;
      const parts: Uint8Array[] = [];
      await new Promise<void>((resolve, reject) => {
        const stream = file.nodeStream();
        stream.on('data', (part: Buffer) => {
          left -= part.length;
          if (left < 0) {
            stream.pause();
            reject(new ZipTooLarge(name));
          } else parts.push(part);
        });
        stream.on('error', reject);
        stream.on('end', resolve);
      });
      return Buffer.concat(parts);
    },
  };
}
