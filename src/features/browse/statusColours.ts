import type { Status } from '../../core/log/standing';

/** The manifest's colour of a status, which an icon, a title and a badge share; `undefined`: as any other row. */
export function colourOf(status: Status): string | undefined {
  switch (status) {
    case 'new':
    case 'seen':
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
