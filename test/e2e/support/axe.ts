import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

/** What axe-core finds wrong in a frame, a line each: `rule: element (what to do)`. Empty is good. */
export async function axeViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(source);
  const results = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(node: Document): Promise<AxeResults> } };
    return (await axe.run(document)).violations;
  });
  return results.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} (${help}; ${failureSummary})`),
  );
}
