import type { ListedStatus } from '../../core/bank/grouping';

/** The manifest's colour of a status, which an icon, a title and a badge share; `undefined`: as any other row. */
export function colourOf(status: ListedStatus): string | undefined {
  switch (status) {
    case 'new':
    case 'seen':
    case 'unanswered':
      return undefined;
    case 'due':
      return 'llmStudy.dueForeground';
    case 'learning':
      return 'llmStudy.learningForeground';
    case 'known':
      return 'llmStudy.knownForeground';
    case 'suspended':
    case 'buried':
      return 'llmStudy.notAskedForeground';
  }
}
