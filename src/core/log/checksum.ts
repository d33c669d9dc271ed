/**
 * A whole number of 32 bits for a text or a part of it, whose lower bits are as good as its higher ones. FNV-1a,
 * but over four characters at a time, since it is done for every snapshot and every event's id that is read.
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
  return hashOf(text, start, end).toString(16).padStart(8, '0');
}
