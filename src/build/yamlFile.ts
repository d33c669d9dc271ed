import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { ReportFault } from './fault';

/** A YAML text with the line of each of its values. */
export interface YamlFile {
  readonly value: unknown;
  /** The line, from 1, of the value at a path such as `['terms', 2]`; of the whole where there is none. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Reads YAML; `undefined` after a fault. `firstLine` is the line of the text's first line in its file. */
export function parseYaml(text: string, report: ReportFault, firstLine = 1): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const { message, pos } of document.errors) {
    report(lines.linePos(pos[0]).line + firstLine - 1, `${message.split('\n')[0] ?? ''} Mend the YAML.`);
  }
  if (document.errors.length > 0) return undefined;
  const lineOfNode = (node: Node | null | undefined) =>
    node?.range ? lines.linePos(node.range[0]).line + firstLine - 1 : firstLine;
  return {
    value: document.toJS() as unknown,
    lineOf(path) {
      let node = document.contents as Node | null | undefined;
      for (const step of path) {
        const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
        if (!isMap(next) && !isSeq(next) && !isScalar(next)) break;
        node = next;
      }
      return lineOfNode(node);
    },
  };
}
