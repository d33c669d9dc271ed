/** The bytes of a text in which each character is one. */
export function encodeAscii(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** The text of bytes that are a character each. */
export function decodeAscii(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** In Node, browsers and their workers alike. */
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

const decoder = new TextDecoder();
