import { commands, l10n, window } from 'vscode';
import type { ErrorReporter } from '../errors';
import type { DeckPlaces } from './deckPlaces';
import type { DeckFailure } from './deckReading';
import { plainName } from './names';

/** What a person must know of the decks although nobody asked; each thing once in a window. */
export interface DeckMessages {
  saySettings(found: DeckPlaces): void;
  sayFailure(failure: DeckFailure): void;
}

export function createDeckMessages(errors: ErrorReporter): DeckMessages {
  const said = new Set<string>();
  const onError = (error: unknown) => errors.log('say what is wrong with the settings of the decks', error);
  const unsaid = (texts: readonly string[]) => texts.filter((text) => !said.has(text) && said.add(text));
  return {
    saySettings({ faults, ignored }) {
      const newFaults = unsaid(faults);
      const newIgnored = unsaid(ignored);
      if (newFaults.length > 0) sayFaults(newFaults).then(undefined, onError);
      if (newIgnored.length > 0) sayIgnored(newIgnored).then(undefined, onError);
    },
    sayFailure({ title, fault, error, wasRead }) {
      const what = l10n.t('read the deck "{0}"', plainName(title));
      // Of one that was not there from the start, the tree says so: no notification but for what somebody may miss.
      if (wasRead) errors.show(what, new Error(fault, { cause: error }));
      else errors.log(what, new Error(fault, { cause: error }));
    },
  };
}

async function sayFaults(faults: readonly string[]): Promise<void> {
  const open = l10n.t('Open Settings');
  const choice = await window.showWarningMessage(
    l10n.t(
      'LLM Study: the setting llmStudy.decks.folders has what names no folder or file: {0}. The other decks are read.',
      faults.join('; '),
    ),
    open,
  );
  if (choice === open)
    await commands.executeCommand('workbench.action.openSettings', 'llmStudy.decks.folders');
}

async function sayIgnored(entries: readonly string[]): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const choice = await window.showWarningMessage(
    l10n.t(
      'LLM Study: the settings of this workspace name decks outside of it: {0}. They are not read unless you trust the workspace.',
      entries.map((entry) => `"${entry}"`).join(', '),
    ),
    manage,
  );
  if (choice === manage) await commands.executeCommand('workbench.trust.manage');
}
