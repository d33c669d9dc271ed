import { EventEmitter, window, type Event, type ExtensionContext, type Memento, type Uri } from 'vscode';
import { createChunkLoader, type LoadChunk } from './chunk';
import { createCommandRegistrar, type RegisterCommands } from './commands';
import { createErrorReporter, type ErrorReporter } from './errors';
import { createLibrary, type Library } from './library/library';
import { createStudy, type Study } from './study';

/** What every feature is given. */
export interface Services {
  readonly extensionUri: Uri;
  /** `publisher.name`, the authority of links into the extension. */
  readonly extensionId: string;
  readonly library: Library;
  readonly study: Study;
  /** What is kept for this window's folder. */
  readonly windowState: Memento;
  readonly errors: ErrorReporter;
  readonly registerCommands: RegisterCommands;
  readonly loadChunk: LoadChunk;
  /** What this window is looking at, for features to follow each other. */
  readonly focus: Focus;
}

export interface Focus {
  /** The question in the answer panel; `undefined` when there is none. */
  readonly question: string | undefined;
  readonly onDidChangeQuestion: Event<string | undefined>;
  setQuestion(id: string | undefined): void;
  /** The last search of this window: what was typed and what it found. */
  lastSearch: { readonly query: string; readonly ids: readonly string[] } | undefined;
}

export function createServices(context: ExtensionContext): Services {
  const channel = window.createOutputChannel('LLM Interview Study', { log: true });
  context.subscriptions.push(channel);
  const errors = createErrorReporter(channel);
  const loadChunk = createChunkLoader(context.extensionUri);
  const library = createLibrary(context, loadChunk, errors, () => study.record);
  const study: Study = createStudy(context, loadChunk, errors, library);
  context.subscriptions.push(study.onDidChange(library.rememberStudied));
  return {
    extensionUri: context.extensionUri,
    extensionId: context.extension.id,
    library,
    study,
    windowState: context.workspaceState,
    errors,
    registerCommands: createCommandRegistrar(errors),
    loadChunk,
    focus: createFocus(),
  };
}

function createFocus(): Focus {
  const changed = new EventEmitter<string | undefined>();
  let question: string | undefined;
  return {
    get question() {
      return question;
    },
    onDidChangeQuestion: changed.event,
    setQuestion(id) {
      if (id === question) return;
      question = id;
      changed.fire(id);
    },
    lastSearch: undefined,
  };
}
