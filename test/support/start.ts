// `npm start`: a real VS Code in the browser with the extension of this checkout, on a sample workspace.
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { inCheckout } from './paths';
import { releases } from './releases';
import { startVSCode } from './vscodeServer';

async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3000);
  await refuseTakenPort(port);
  const server = await startVSCode({
    release: releases.current,
    profile: inCheckout('.vscode-test', 'profile'),
    port,
    extension: 'installed',
  });
  const folder = sampleWorkspace();
  const url = server.windowUrl(folder, { file: path.join(folder, 'attention.py') });
  console.log(`\n  VS Code with LLM Interview Study runs at\n\n  ${url}\n`);
  console.log('  After a build, run "Developer: Reload Window" in it. Ctrl+C stops it.\n');
  if (!process.env['CI'] && !process.argv.includes('--no-open')) openBrowser(url);
}

/** A copy to play with; what has been changed in it stays. */
function sampleWorkspace(): string {
  const folder = inCheckout('.vscode-test', 'sample-workspace');
  cpSync(inCheckout('test', 'fixtures', 'sample-workspace'), folder, { recursive: true, force: false });
  return folder;
}

async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const advice = `Port ${String(port)} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
      reject(isTaken ? new Error(advice) : error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** Tries to; a machine without a display goes on serving. */
function openBrowser(url: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const opener = spawn(command, [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {
    console.log('  Open the address in a browser.');
  });
  opener.unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
