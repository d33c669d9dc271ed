import { Diagnostic, DiagnosticSeverity, Range, Uri, l10n, languages } from 'vscode';
import { isDeckPath } from '../../core/decks/deckPaths';
import type { OpenDeck } from '../../platform/library/decks';
import { plainName } from '../../platform/library/names';
import { limits } from '../../platform/library/listFiles';
import { diagnosticSource } from './publishProblems';

/** The files of decks that are not read, in the Problems panel. */
interface RefusedFiles {
  show(decks: readonly OpenDeck[]): void;
  dispose(): void;
}

/** Says at each file of the decks that was too large to be read that it was, and what may be. */
export function createRefusedFiles(): RefusedFiles {
  const collection = languages.createDiagnosticCollection('llmStudy.refused');
  return {
    show(decks) {
      collection.clear();
      for (const open of decks) for (const file of listRefused(open)) collection.set(...describe(open, file));
    },
    dispose: () => collection.dispose(),
  };
}

function listRefused({ deck, textOf }: OpenDeck): string[] {
  return deck.skipped.flatMap(({ file, reason }) =>
    reason === 'tooLarge' && isDeckPath(file) && textOf(file) === undefined ? file : [],
  );
}

function describe({ root }: OpenDeck, file: string): [Uri, Diagnostic[]] {
  const message = l10n.t('"{0}" is not read: {1} Split it.', plainName(file), describeLimits());
  const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), message, DiagnosticSeverity.Warning);
  diagnostic.source = diagnosticSource;
  return [Uri.joinPath(root, file), [diagnostic]];
}

const megabyte = 1024 * 1024;

/** A sentence for people. */
export function describeLimits(): string {
  const { fileBytes, deckBytes, files } = limits;
  return l10n.t(
    'a file may have {0} MB, and a deck {1} MB in {2} files.',
    fileBytes / megabyte,
    deckBytes / megabyte,
    files,
  );
}
