// What both extension hosts have, Node's and the web worker's, and what the bundle adds.

declare module 'tests' {}

declare const console: { log(...values: unknown[]): void };

declare function setTimeout(callback: () => void, delayMs: number): unknown;

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
