import { CancellationError, l10n, window, type LogOutputChannel } from 'vscode';

/** Where everything that fails unexpectedly ends: the log, and where a person waits for it, a message. */
export interface ErrorReporter {
  /** For what nobody asked for: written to the log only. `what` completes "Could not …". */
  log(what: string, error: unknown): void;
  /** For the direct answer to a command. A cancellation says nothing. */
  show(what: string, error: unknown): void;
}

export function createErrorReporter(channel: LogOutputChannel): ErrorReporter {
  const log = (what: string, error: unknown) => {
    channel.error(
      `Could not ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  };
  return {
    log,
    show(what, error) {
      if (error instanceof CancellationError) return;
      log(what, error);
      const message = error instanceof Error ? error.message : String(error);
      // A file's name may hold characters that are not seen, and `[…](…)`, which a notification makes links of.
      const reason = message.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll('](', '] (');
      const openLog = l10n.t('Show Log');
      void window
        .showErrorMessage(l10n.t('LLM Study could not {0}: {1}', what, reason), openLog)
        .then((choice) => choice === openLog && channel.show());
    },
  };
}
