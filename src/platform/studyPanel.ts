import { TabInputWebview, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { withoutHiddenCharacters } from '../core/decks/hiddenCharacters';
import { createRpcServer, type Events, type Handlers, type Methods, type ParamShapes } from '../protocol/rpc';
import { createWebviewPort, renderPanelHtml, webviewOptions } from './panel';
import type { Services } from './services';
import { getSetting } from './settings';

/** What a kind of panel is: its page, what the page may ask, and what is done then. */
export interface PanelKind<M extends Methods> {
  readonly viewType: 'llmStudy.answer' | 'llmStudy.quiz' | 'llmStudy.progress';
  /** `dist/webview/<script>.js`. */
  readonly script: 'answer' | 'quiz' | 'progress';
  readonly title: string;
  readonly shapes: ParamShapes<M>;
  readonly handlers: Handlers<M>;
  onDidClose(): void;
}

/** A panel of which there is one at most. It opens on demand and may be closed and opened again. */
export interface StudyPanel<E extends Events> {
  readonly isOpen: boolean;
  /** Makes the panel if there is none, and brings it to the front. True when it was there already. */
  show(place: 'setting' | 'side', preserveFocus?: boolean): boolean;
  /** Takes over a panel that was open before a reload. */
  adopt(panel: WebviewPanel): void;
  setTitle(title: string): void;
  /** Lets the page show pictures of these folders, too. Where that is news to an open panel, its page is loaded anew. */
  allow(folders: readonly Uri[]): void;
  /** Where the page finds the folder; `undefined` while there is no panel. */
  addressOf(folder: Uri): string | undefined;
  /** Does nothing while there is no panel. */
  emit<K extends keyof E & string>(name: K, payload: E[K]): void;
  dispose(): void;
}

export function createStudyPanel<M extends Methods, E extends Events>(
  { errors, extensionUri }: Services,
  { viewType, script, title, shapes, handlers, onDidClose }: PanelKind<M>,
): StudyPanel<E> {
  let current: { readonly panel: WebviewPanel; emit: StudyPanel<E>['emit'] } | undefined;
  const folders = new Map<string, Uri>();
  const options = () => webviewOptions(extensionUri, [...folders.values()]);

  const adopt = (panel: WebviewPanel) => {
    current?.panel.dispose();
    const port = createWebviewPort(panel.webview, (error) => errors.log(`reach the ${script} panel`, error));
    const server = createRpcServer<M, E>(port, shapes, handlers, (method, error) =>
      errors.log(`handle "${method}" of the ${script} panel`, error),
    );
    current = { panel, emit: server.emit };
    panel.onDidDispose(() => {
      server.dispose();
      if (current?.panel !== panel) return;
      current = undefined;
      onDidClose();
    });
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'panel-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'panel-dark.svg'),
    };
    panel.webview.options = options();
    panel.webview.html = renderPanelHtml(panel.webview, extensionUri, script, title);
  };

  return {
    adopt,
    get isOpen() {
      return current !== undefined;
    },
    show(place, preserveFocus = false) {
      if (current !== undefined) {
        current.panel.reveal(undefined, preserveFocus);
        return true;
      }
      const column = { viewColumn: findColumn(place), preserveFocus };
      adopt(window.createWebviewPanel(viewType, title, column, options()));
      return false;
    },
    setTitle(text) {
      if (current !== undefined) current.panel.title = shortenTitle(withoutHiddenCharacters(text));
    },
    allow(more) {
      const before = folders.size;
      for (const folder of more) folders.set(folder.toString(), folder);
      if (current !== undefined && folders.size > before) current.panel.webview.options = options();
    },
    addressOf: (folder) => current?.panel.webview.asWebviewUri(folder).toString(),
    emit: (name, payload) => current?.emit(name, payload),
    dispose: () => void current?.panel.dispose(),
  };
}

/** A tab is as wide as its title: what is longer is cut at a word. */
function shortenTitle(title: string): string {
  const characters = Array.from(title);
  if (characters.length <= 60) return title;
  return `${characters
    .slice(0, 59)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}

/** Beside the code, unless the setting says otherwise; another panel of ours makes room for the next one. */
function findColumn(place: 'setting' | 'side'): ViewColumn {
  if (place === 'side') return ViewColumn.Beside;
  const ours = window.tabGroups.all.find(({ activeTab }) => isOurs(activeTab?.input));
  if (ours !== undefined) return ours.viewColumn;
  return getSetting('answer.column') === 'beside' ? ViewColumn.Beside : ViewColumn.Active;
}

function isOurs(input: unknown): boolean {
  return input instanceof TabInputWebview && input.viewType.includes('llmStudy.');
}
