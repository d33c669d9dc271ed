/**
 * A whole number of 32 bits for a text or a part of it, whose lower bits are as good as its higher ones. FNV-1a,
 * but over four characters at a time, since it is done for every event's id that is read.
 */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const low = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 8);
    const high = (text.charCodeAt(at + 2) << 16) ^ (text.charCodeAt(at + 3) << 24);
    hash = mix(hash ^ low ^ high);
  }
  for (; at < end; at++) hash = mix(hash ^ text.charCodeAt(at));
  return mix(hash) >>> 0;
}

/** Multiplying carries bits up, the shift brings them down again. */
function mix(hash: number): number {
  const product = Math.imul(hash, 0x01000193);
  return product ^ (product >>> 15);
}

/** The hash in eight characters. It tells accidents, not forgeries. */
export function checksumOf(text: string, start?: number, end?: number): string {
  return encodeHex(hashOf(text, start, end));
}

/**
 * The checksum of a file's first `end` bytes, in sixteen characters. Fletcher's two sums over four bytes at a time: the
 * quickest that sees where a byte stands, for files of megabytes. https://www.rfc-editor.org/rfc/rfc1146
 */
export function checksumOfBytes(bytes: Uint8Array, end: number): string {
  // Words of 32 bits can be read only where they lie at a multiple of four.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Uint32Array(buffer, byteOffset, end >>> 2);
  let sum = 1;
  let sumOfSums = 0;
  for (let at = 0; at < words.length; at++) {
    sum = (sum + (words[at] ?? 0)) | 0;
    sumOfSums = (sumOfSums + sum) | 0;
  }
  for (const byte of bytes.subarray(words.length * 4, end)) {
    sum = (sum + byte) | 0;
    sumOfSums = (sumOfSums + sum) | 0;
  }
  return encodeHex(sum) + encodeHex(sumOfSums);
}

function encodeHex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
