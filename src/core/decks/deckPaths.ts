/** Names with these endings hold questions. */
const markdownEnding = /\.(md|markdown|mdx|mdown|mkd)$/i;

/** Names of the topics of a deck's folders, in order. */
const topicsName = 'topics.yaml';

/** Whether a file of a deck's folder is read. Names that begin with `._` are the shadows that macOS leaves. */
export function isDeckFileName(name: string): boolean {
  return (markdownEnding.test(name) && !name.startsWith('._')) || name === topicsName;
}

/** Whether a deck's folder is looked into. */
export function isDeckFolderName(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Whether a path below a deck's folder is one that the deck would read, were it a file. */
export function isDeckPath(path: string): boolean {
  const names = path.split('/');
  const name = names.pop() ?? '';
  return isDeckFileName(name) && names.every(isDeckFolderName);
}

/** Whether no part of a path below a deck's folder keeps it from being looked at. */
export function isInDeckFolder(path: string): boolean {
  return path.split('/').every(isDeckFolderName);
}

/** Says nothing of the questions in it: its folder's name does. */
const namelessFile = /^(readme|index)\.[a-z]+$/i;

/** A deck's name for people: the folder's, or the file's without its ending. `parent` is the name of the folder above. */
export function titleOfDeck(name: string, isFolder: boolean, parent: string): string {
  if (isFolder) return name;
  return namelessFile.test(name) && parent !== '' ? parent : nameWithoutEnding(name);
}

/** `questions` of `questions.md`; the name itself where nothing would be left. */
export function nameWithoutEnding(name: string): string {
  return name.replace(/(.)\.[a-z0-9]+$/i, '$1');
}
