import { remember } from '../util/remember';
import type { Candidate, ScannedFile } from './candidate';
import { titleKey } from './ids';
import { splitItem } from './shapes/listItem';
import { parseTitle } from './title';

/** What stands below a heading leads through the page: links into it, or its headings once more. */
export function holdsContents(file: ScannedFile, heading: Candidate): boolean {
  return holdsLinks(file, heading) || repeatsHeadings(file, heading);
}

/** Half of the items below it at least are headings of the page. */
function repeatsHeadings(file: ScannedFile, { titleEnd }: Candidate): boolean {
  const { lines } = file;
  const items: string[] = [];
  for (let at = titleEnd + 1; at < lines.length && lines[at]?.kind !== 'heading'; at++)
    if (lines[at]?.kind === 'item')
      items.push(titleKey(parseTitle(splitItem(lines[at]?.text ?? '').content).text));
  if (items.length < 2) return false;
  const titles = keysOfHeadings(file);
  return items.filter((item) => titles.has(item)).length >= 0.5 * items.length;
}

const keysOfHeadings = remember(
  ({ lines, headings }: ScannedFile) =>
    new Set(headings.map((at) => titleKey(parseTitle(lines[at]?.head ?? '').text))),
);

/** Most of what stands below it links into the page itself. */
function holdsLinks({ lines }: ScannedFile, { titleEnd }: Candidate): boolean {
  let [links, others] = [0, 0];
  for (let at = titleEnd + 1; at < lines.length && lines[at]?.kind !== 'heading'; at++) {
    const { text = '', kind = 'blank' } = lines[at] ?? {};
    if (kind === 'blank' || kind === 'rule' || kind === 'comment') continue;
    if (/^[\s|:-]+$/.test(text.slice(0, 200))) continue;
    if (/\]\((?:#|https?:)|href="#|\[\[#/.test(text)) links++;
    else others++;
  }
  return links > 0 && links >= others;
}
