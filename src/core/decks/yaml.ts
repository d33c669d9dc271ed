import { parse } from 'yaml';

/** A longer text is not read: the library keeps a node for each value, and looks again at lines with a fault. */
const longestYaml = 30_000;

/** No field that is read lies deeper: `{ topics: [{ id, title }] }`. */
const deepest = 4;

/**
 * What a YAML text says; `undefined` where it is broken or too long. References, which can grow without bound, are few
 * at most. What is nested deeper than any field that is read is left out.
 */
export function parseYaml(text: string): unknown {
  if (text.length > longestYaml) return undefined;
  try {
    // To make an object, the library writes out a key that is a map, and each in it: 200 braces take a second, 500 a
    // minute, and 5000 end the process.
    const options = { mapAsMap: true, maxAliasCount: 20, logLevel: 'silent', prettyErrors: false } as const;
    return toObject(parse(text, options), deepest);
  } catch {
    return undefined;
  }
}

function toObject(value: unknown, levels: number): unknown {
  if (levels === 0 && typeof value === 'object') return undefined;
  if (Array.isArray(value)) return value.map((item) => toObject(item, levels - 1));
  if (!(value instanceof Map)) return value;
  const entries = [...(value as ReadonlyMap<unknown, unknown>)];
  return Object.fromEntries(
    entries.map(([key, item]) => [typeof key === 'string' ? key : '', toObject(item, levels - 1)]),
  );
}
