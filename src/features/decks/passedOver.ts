import { l10n, type Uri } from 'vscode';
import { onOneLine } from '../../core/decks/hiddenCharacters';
import type { SkippedBlock, SkipReason } from '../../core/decks/deck';
import { describePlace, plainName } from '../../platform/library/names';
import type { Services } from '../../platform/services';
import { describeLimits } from './refusedFiles';

/** For a sentence: `3 × prose, 1 × table of contents`; the most frequent first. */
function describeSkipped(skipped: readonly SkippedBlock[]): string {
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${String(count)} × ${nameOfReason(reason)}`)
    .join(', ');
}

/** What a person is told of a file or folder without questions. */
export function describeNothing(name: string, skipped: readonly SkippedBlock[]): string {
  const nothing = l10n.t('LLM Study: no question was found in "{0}".', name);
  if (skipped.length === 0) return `${nothing} ${l10n.t('There is no text to read.')}`;
  const why = l10n.t('Passed over: {0}.', describeSkipped(skipped));
  const isTooLarge = skipped.some(({ reason }) => reason === 'tooLarge');
  return [nothing, why, ...(isTooLarge ? [l10n.t('At most, {0}', describeLimits())] : [])].join(' ');
}

/** What is passed over at a place now, as Markdown. Rejects where it can't be read. */
export async function listPassedOver({ library }: Services, place: Uri): Promise<string> {
  const { skipped } = await (await library.loadDecks()).lookAt(place);
  const lines = skipped.map(({ file, line, endLine, reason }) => {
    const at = line === endLine ? l10n.t('line {0}', line) : l10n.t('lines {0} to {1}', line, endLine);
    return `- \`${onOneLine(file).replaceAll('`', "'")}\`, ${at}: ${nameOfReason(reason)}`;
  });
  return [
    `# ${l10n.t('Passed over in {0}', plainName(describePlace(place)))}`,
    '',
    l10n.t('New Deck… makes a folder whose README explains which shapes are read as questions.'),
    '',
    ...lines,
    '',
  ].join('\n');
}

function nameOfReason(reason: SkipReason): string {
  switch (reason) {
    case 'advertisement':
      return l10n.t('advertisement');
    case 'badges':
      return l10n.t('badges');
    case 'category':
      return l10n.t('category of questions');
    case 'comment':
      return l10n.t('comment');
    case 'contents':
      return l10n.t('table of contents');
    case 'duplicate':
      return l10n.t('question that is there already');
    case 'frontMatter':
      return l10n.t('front matter');
    case 'heading':
      return l10n.t('heading that asks nothing');
    case 'index':
      return l10n.t('list of questions that are answered elsewhere');
    case 'licence':
      return l10n.t('licence');
    case 'link':
      return l10n.t('link');
    case 'navigation':
      return l10n.t('navigation');
    case 'prose':
      return l10n.t('text without a question');
    case 'separator':
      return l10n.t('line between parts');
    case 'tooLarge':
      return l10n.t('too large to be read');
    case 'unreadable':
      return l10n.t('not readable as text');
  }
}
