import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodePackage, releaseFolder, workbenchFolder, type Release } from './releases';

/**
 * Installs a VS Code under `.vscode-test`, once: about a minute and 800 MB. No package's script runs, so nothing is
 * compiled and nothing is fetched from outside the npm registry; what that leaves out (log files, Kerberos) the
 * tests don't need. A stamp is written last, so an interrupted install is done anew.
 */
export function installVSCode(release: Release): void {
  const folder = releaseFolder(release);
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp)) return;
  refuseWindows();
  console.log(`Installing VS Code ${release.version} into ${folder} (once, about a minute) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(packageFile(release)));
  installPackages(folder);
  installPackages(workbenchFolder(release));
  writeFileSync(stamp, '');
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new Error('The server build of VS Code does not run on Windows. Use `npm run test:desktop`, or WSL.');
}

function packageFile({ codeServer, node }: Release) {
  const dependencies = { 'code-server': codeServer, ...(node ? { [nodePackage()]: node } : {}) };
  return { name: 'vscode-for-tests', private: true, dependencies };
}

/** `npm install`, since `npm ci` refuses the server's own folder: its shrinkwrap and package.json differ. */
function installPackages(cwd: string): void {
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', ['install', ...options, '--loglevel=error'], { cwd, stdio: 'inherit' });
}
