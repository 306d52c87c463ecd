/** pdf.js hands paths and fonts over by a method that Node has from 21 on (ES2024); Node 20 gets one that copies. */
export function mendOldNode(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const out = new ArrayBuffer(length);
      new Uint8Array(out).set(new Uint8Array(this).subarray(0, length));
      return out;
    },
  });
}
