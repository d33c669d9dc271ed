import { commands, l10n, window, type Uri } from 'vscode';
import type { ErrorReporter } from '../errors';
import { nameOfPlace } from './place';

/** What a person must know of the log although nobody asked. */

export function sayReadOnly(): void {
  void window.showWarningMessage(
    l10n.t(
      'LLM Study: a newer version has written to your study log. You can read and look things up; nothing that you grade or note is kept until you update the extension.',
    ),
  );
}

/** What is known stays in memory; the back-ups are elsewhere. */
export function sayVanished(place: Uri): void {
  void window.showWarningMessage(
    l10n.t(
      'LLM Study: the study log in "{0}" has disappeared. Bring the folder back, or reload the window and run "Restore a Back-up".',
      nameOfPlace(place),
    ),
  );
}

/**
 * The window goes on with the folder that it has, since two logs in one window would be one too many. Nothing is said
 * where the setting names that folder again.
 */
export function sayPlaceChanged(errors: ErrorReporter, placeInUse: Uri, readPlace: () => Uri): void {
  try {
    if (readPlace().toString() === placeInUse.toString()) return;
  } catch (error) {
    errors.show(l10n.t('change the folder of the study log'), error);
    return;
  }
  const reload = l10n.t('Reload Window');
  void window
    .showInformationMessage(l10n.t('LLM Study: the study log is in the other folder after a reload.'), reload)
    .then((choice) => choice === reload && commands.executeCommand('workbench.action.reloadWindow'));
}
