// `npm run test:desktop`: the host tests in desktop VS Code, which is downloaded. Needs a network and a display.
import { runTests } from '@vscode/test-electron';
import { inCheckout } from './paths';
import { createSampleWorkspace } from './sampleWorkspace';

const versions = ['1.100.0', 'stable'];

async function main(): Promise<void> {
  for (const version of versions) {
    console.log(`\n── Desktop VS Code ${version} ──\n`);
    const workspace = createSampleWorkspace('desktop-workspace-');
    await runTests({
      version,
      extensionDevelopmentPath: inCheckout(),
      extensionTestsPath: inCheckout('out', 'test', 'host', 'index.js'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    });
  }
}

main().catch((error: unknown) => {
  const isNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(String(error));
  console.error(isNetwork ? `Could not download VS Code: ${String(error)}` : error);
  console.error('The same tests run without a download: npm run test:host');
  process.exitCode = 1;
});
