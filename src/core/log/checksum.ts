/**
 * A number for a text or a part of it, in eight characters. Against accidents only: FNV-1a, but over four characters at a time,
 * since its cost is what a snapshot's reader waits for.
 */
export function checksumOf(text: string, start = 0, end = text.length): string {
  let hash = 0x811c9dc5;
  const fours = end - ((end - start) % 4);
  let at = start;
  for (; at < fours; at += 4) {
    const low = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 8);
    const high = (text.charCodeAt(at + 2) << 16) ^ (text.charCodeAt(at + 3) << 24);
    hash = Math.imul(hash ^ low ^ high, 0x01000193);
    // Without this the last characters of each four would only ever reach the hash's highest bits.
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
