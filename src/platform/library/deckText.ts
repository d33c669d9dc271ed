import { workspace, type Uri } from 'vscode';

/**
 * The text of a deck's file, without a byte order mark; `undefined` where it is none. What is not UTF-8 is read as the
 * settings say (`files.encoding`), since it is what an editor would show and write.
 */
export async function decodeDeckText(bytes: Uint8Array, file: Uri): Promise<string | undefined> {
  const text = decodeStrictly(bytes) ?? (await decodeAsEditor(bytes, file));
  return text === undefined || text.includes('\0') ? undefined : text;
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not of that encoding.
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function decodeAsEditor(bytes: Uint8Array, uri: Uri): Promise<string | undefined> {
  if (bytes.includes(0)) return undefined;
  try {
    const text = await workspace.decode(bytes, { uri });
    return text.includes('\uFFFD') ? undefined : text;
  } catch {
    return undefined; // VS Code refuses what is binary.
  }
}

/** In every extension host. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
