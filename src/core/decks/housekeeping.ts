/** Files of a repository that are about the repository. */
const names =
  /^(?:contributing|code[_-]of[_-]conduct|security|changelog|changes|history|governance|support|pull_request_template|issue_template|codeowners|authors|funding|notice)(?:\.[\w-]+)*$/i;

/** A file that people put beside their questions, and that never holds any. */
export function isHousekeepingFile(path: string): boolean {
  return names.test(nameOf(path)) || isLicenceFile(path) || /(?:^|\/)\.github\//.test(path);
}

export function isLicenceFile(path: string): boolean {
  return /^(?:licen[cs]e|copying)(?:[-_.][\w-]+)*$/i.test(nameOf(path));
}

function nameOf(path: string): string {
  return path.split('/').pop() ?? '';
}
