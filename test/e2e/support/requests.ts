import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

/**
 * Every address that a page, a frame or a worker of the context asks for and that is not the server's own. It
 * grows while the context lives.
 */
export function recordForeignRequests(context: BrowserContext, origin: string): readonly string[] {
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (!isOwn(request.url(), origin)) foreign.push(request.url());
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) foreign.push(socket.url());
    });
  });
  return foreign;
}

/** What recordConnections.ts wrote: `host:port` of each connection that the extension host opened. */
export function readConnections(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function isOwn(url: string, origin: string): boolean {
  if (/^(data|blob|about|vscode-webview):/.test(url)) return true;
  return [origin, webviewResourceOrigin(origin)].includes(new URL(url).origin);
}

/**
 * The made-up host that a webview's files have: the webview's service worker answers in its name, from the server.
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/webview/common/webview.ts
 */
function webviewResourceOrigin(origin: string): string {
  const authority = new URL(origin).host.replace(
    /[^a-z0-9]/g,
    (character) => `-${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `https://vscode-remote+${authority}.vscode-resource.vscode-cdn.net`;
}
