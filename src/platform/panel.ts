import { Uri, env, type Webview } from 'vscode';
import type { Port } from '../protocol/rpc';

/** The end of the channel that an open webview gives its host. */
export function createWebviewPort(webview: Webview, onError: (error: unknown) => void): Port {
  return {
    post: (message) => void webview.postMessage(message).then(undefined, onError),
    listen(listener) {
      const subscription = webview.onDidReceiveMessage(listener);
      return () => void subscription.dispose();
    },
  };
}

/** Only the panels' own scripts, styles and fonts can be loaded, and what is in `folders`. */
export function webviewOptions(extensionUri: Uri, folders: readonly Uri[] = []) {
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview'), ...folders],
  };
}

/**
 * The page of a panel: an empty body and the script `dist/webview/<script>.js`, under a policy that lets nothing else
 * run and nothing load from outside. Pictures come from the folders of `webviewOptions`.
 */
export function renderPanelHtml(
  webview: Webview,
  extensionUri: Uri,
  script: 'answer' | 'quiz' | 'progress',
  title: string,
) {
  const nonce = createNonce();
  const uriOf = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${/^[a-zA-Z-]+$/.test(env.language) ? env.language : 'en'}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="${uriOf('katex.css')}">
  <link rel="stylesheet" href="${uriOf('panel.css')}">
</head>
<body><script type="module" nonce="${nonce}" src="${uriOf(`${script}.js`)}"></script></body>
</html>`;
}

/** 128 random bits, so a page's text can't guess it. */
function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Web Crypto: in every browser, and a global in Node since 19. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
