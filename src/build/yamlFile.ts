import {
  LineCounter,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { ReportFault } from './fault';

/** A YAML text with the line of each of its values. */
export interface YamlFile {
  readonly value: unknown;
  /** The line, from 1, of what stands at a path such as `['terms', 2]`, or of the last that there is on the way. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads YAML; `undefined` after a fault. `firstLine` is the line of the text's first line in its file. */
export function parseYaml(text: string, report: ReportFault, firstLine = 1): YamlFile | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const faults = findYamlFaults(document, lineAt);
  for (const [line, message] of faults) report(line, message);
  if (faults.size > 0) return undefined;
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(findNode(document, path)?.range?.[0] ?? 0),
  };
}

/** The first fault of each line: one mistake makes the parser stumble several times. */
function findYamlFaults(document: Document.Parsed, lineAt: (offset: number) => number): Map<number, string> {
  const faults = new Map<number, string>();
  const add = (offset: number, message: string) => {
    if (!faults.has(lineAt(offset))) faults.set(lineAt(offset), message);
  };
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    add(
      pos[0],
      `${message.replace(/[.:\s]+$/, '')}. Mend the YAML, or quote the text if it has marks such as ":", "[" or "*".`,
    );
  }
  visit(document, {
    Alias: (_, { source, range }) =>
      add(range?.[0] ?? 0, `"*${source}" is read as a reference. Quote a text that begins with "*".`),
  });
  return faults;
}

/** A field's key, or a list's item. */
function findNode(document: Document.Parsed, path: readonly (string | number)[]): Node | undefined {
  let found: Node | undefined = document.contents ?? undefined;
  let inside: unknown = found;
  for (const step of path) {
    const pair = isMap(inside)
      ? inside.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const at: unknown = isSeq(inside) ? inside.items[Number(step)] : pair?.key;
    if (!isNode(at)) break;
    found = at;
    inside = pair === undefined ? at : pair.value;
  }
  return found;
}
