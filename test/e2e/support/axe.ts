import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe-core finds wrong in a frame, a line each: `rule: element (what to do)`. Empty is good. */
export async function axeViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(source);
  const results = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(node: Document): Promise<AxeResults> } };
    const { violations } = await axe.run(document);
    // axe reads no MathML, screen readers do: a table's heading that is a formula is not empty.
    const isFormula = (target: unknown) =>
      document.querySelector(String(target))?.querySelector('math') !== null;
    return violations.map((violation) =>
      violation.id === 'empty-table-header'
        ? { ...violation, nodes: violation.nodes.filter(({ target }) => !isFormula(target[0])) }
        : violation,
    );
  });
  return results.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} (${help}; ${failureSummary})`),
  );
}
