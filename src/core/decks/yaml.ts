import { parse } from 'yaml';

/** A longer text is not read: the library keeps a node for each value. */
const longestYaml = 200_000;

/** What a YAML text says; `undefined` where it is broken or too long. References, which can grow without bound, are few at most. */
export function parseYaml(text: string): unknown {
  if (text.length > longestYaml) return undefined;
  try {
    return parse(text, { maxAliasCount: 20, logLevel: 'silent', prettyErrors: false }) as unknown;
  } catch {
    return undefined;
  }
}
