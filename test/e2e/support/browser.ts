import { chromium, type Browser } from 'playwright-core';
import { browserLaunchOptions } from '../../support/browser';

/** The one browser of all journeys. It resolves no name, so nothing leaves the machine even if something tries. */
export function sharedBrowser(): Promise<Browser> {
  return (launching ??= launch());
}

export async function closeBrowser(): Promise<void> {
  await (await launching)?.close();
  launching = undefined;
}

let launching: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const { args = [], ...options } = browserLaunchOptions();
  return chromium.launch({
    ...options,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}
