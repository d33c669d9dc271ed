export type Settings = Readonly<Record<string, unknown>>;

/** Nothing of VS Code's own in the way: no welcome, no chat, no tips, no updates, no Git. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'files.simpleDialog.enable': true,
  'remote.autoForwardPorts': false,
  'window.dialogStyle': 'custom',
};

/** No folder is trusted, and nobody is asked: the window says so. */
export const warySettings: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};
