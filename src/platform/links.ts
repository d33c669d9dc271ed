import { Uri, env } from 'vscode';

/** A link that opens the question in whichever editor runs this extension: `vscode://<extension>/question/<id>`. */
export function createQuestionLink(extensionId: string, id: string): string {
  return Uri.from({ scheme: env.uriScheme, authority: extensionId, path: `/question/${id}` }).toString();
}

/** The id that a link's path names, as long as one may be in the log; `undefined` for any other path. Whether the bank has it is not checked here. */
export function parseQuestionPath(path: string): string | undefined {
  return /^\/question\/([a-z0-9-]{1,500})$/.exec(path)?.[1];
}

/** The arguments of a command link, encoded so that no text of theirs can leave the link. */
export function createCommandLink(command: string, ...args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))}`;
}
