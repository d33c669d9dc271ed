/** Files that are always about the repository. */
const always =
  /^(?:contributing|code[_-]of[_-]conduct|pull_request_template|issue_template|codeowners|funding|notice)(?:\.[\w-]+)*$/i;

/** Names of topics, too: such a file is about the repository where it is written as those are, in capitals. */
const inCapitals =
  /^(?:SECURITY|CHANGELOG|CHANGES|HISTORY|GOVERNANCE|SUPPORT|AUTHORS|MAINTAINERS|CREDITS)(?:\.[\w-]+)*$/;

/** A file that people put beside their questions, and that never holds any. */
export function isHousekeepingFile(path: string): boolean {
  const name = nameOf(path);
  return always.test(name) || inCapitals.test(name) || isLicenceFile(path) || /(?:^|\/)\.github\//.test(path);
}

export function isLicenceFile(path: string): boolean {
  const name = nameOf(path);
  return /^(?:LICEN[CS]E|COPYING)(?:[-_.][\w-]+)*$/.test(name) || /^licen[cs]e(?:\.(?:md|txt))?$/i.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
