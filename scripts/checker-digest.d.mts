type Read = (file: string) => string;
export const VERSION_FILE: string;
export function checkerDigest(read?: Read): string;
export function filesFrom(file: string, read: Read): ReadonlySet<string>;
