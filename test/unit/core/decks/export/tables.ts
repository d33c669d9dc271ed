/** Records of separated fields by RFC 4180, read character by character. Throws where the text breaks its rules. */
export function readTable(text: string, separator: string, isComment: (line: string) => boolean): string[][] {
  const records: string[][] = [];
  let at = 0;
  const readQuoted = (): string => {
    let value = '';
    for (at++; ; at++) {
      if (at >= text.length) throw new Error('a quote is never closed');
      if (text[at] !== '"') value += text[at] ?? '';
      else if (text[at + 1] === '"') value += text[++at] ?? '';
      else break;
    }
    at++;
    return value;
  };
  const readPlain = (): string => {
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      if (text[at] === '"') throw new Error(`a quote within a field, at ${text.slice(start, at + 9)}`);
      at++;
    }
    return text.slice(start, at);
  };
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    if (isComment(text.slice(at, lineEnd))) {
      at = lineEnd + 1;
      continue;
    }
    const record = [text[at] === '"' ? readQuoted() : readPlain()];
    while (text[at] === separator) {
      at++;
      record.push(text[at] === '"' ? readQuoted() : readPlain());
    }
    if (text[at] === '\r') at++;
    if (text[at] !== '\n') throw new Error(`no end of record at ${JSON.stringify(text.slice(at, at + 20))}`);
    at++;
    records.push(record);
  }
  return records;
}
