/** The question that a command was called for: a question of the tree, or an id; `undefined` for anything else. */
export function parseTarget(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const { question } = (argument ?? {}) as { question?: { id?: unknown } | null };
  return typeof question?.id === 'string' ? question.id : undefined;
}
