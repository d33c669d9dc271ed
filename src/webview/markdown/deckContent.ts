import { encodeDeckPath, resolveDeckPath } from '../../core/decks/deckPath';
import { withoutHiddenCharacters } from '../../core/decks/hiddenCharacters';
import { mostPictures, type DeckOrigin } from '../../protocol/question';
import { element, onFollow } from '../element';
import { parseDeckMarkdown } from './deckParser';
import { sanitizeDeckHtml } from './deckSanitize';
import type { Formula } from './parser';
import type { RenderActions } from './render';

/** The longest text of a deck that is shown whole: more is no answer, and takes a page's breath away. */
const longestText = 60_000;

/** What a deck's Markdown becomes before it enters the page. */
export interface DeckContent {
  readonly content: DocumentFragment;
  readonly formulas: readonly Formula[];
  /** Resolves when its pictures have their sizes, or will not have them soon. */
  readonly isLoaded: Promise<void>;
}

export function renderDeck(
  text: string,
  isInline: boolean,
  origin: DeckOrigin,
  actions: RenderActions,
): DeckContent {
  const { html, formulas } = parseDeckMarkdown(text.slice(0, longestText), isInline);
  const { content, sources } = sanitizeDeckHtml(html);
  const pictures = finishImages(content, sources, origin);
  for (const link of content.querySelectorAll('a')) finishLink(link, origin, actions);
  demoteHeadings(content);
  const rest = text.length - longestText;
  if (rest > 0)
    content.append(element('p', { class: 'note-hint' }, `… and ${String(rest)} more characters in the file`));
  return { content, formulas, isLoaded: showPictures(pictures, origin, actions) };
}

/**
 * A question's id opens the question, a path of the deck what is there; a page outside is opened by VS Code, which
 * asks. Anything else is text.
 */
function finishLink(link: HTMLAnchorElement, origin: DeckOrigin, actions: RenderActions): void {
  const target = link.getAttribute('href') ?? '';
  const id = Object.hasOwn(origin.links, target) ? origin.links[target] : undefined;
  const address = webAddress(target);
  const file = /^[a-z0-9-]+$/.test(target) ? undefined : resolveDeckPath(origin.file, target);
  if (id !== undefined) onFollow(link, id, () => actions.openQuestion(id));
  else if (address !== undefined) {
    link.href = address.href;
    link.title = address.href;
  } else if (file !== undefined) {
    onFollow(link, encodeDeckPath(file.path), () => actions.followLink(target));
    link.title = withoutHiddenCharacters(file.path);
  } else return link.replaceWith(...link.childNodes);
  cleanName(link);
}

/** The name of a link must not read as another's. */
function cleanName(link: Element): void {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const shown = withoutHiddenCharacters(text.nodeValue ?? '');
    if (shown !== text.nodeValue) text.nodeValue = shown;
  }
}

function webAddress(target: string): URL | undefined {
  return /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : undefined;
}

/** Gives what may be pictures of the deck's own folder, with their paths; one from elsewhere is a description and a link. */
function finishImages(
  content: DocumentFragment,
  sources: ReadonlyMap<Element, string>,
  { file, root }: DeckOrigin,
): Map<HTMLImageElement, string> {
  const shown = new Map<HTMLImageElement, string>();
  for (const image of content.querySelectorAll('img')) {
    const source = sources.get(image) ?? '';
    const alt = withoutHiddenCharacters(image.alt).trim();
    const path = resolveDeckPath(file, source)?.path;
    const remote = webAddress(source.startsWith('//') ? `https:${source}` : source);
    if (remote !== undefined) image.replaceWith(renderRemote(image, remote, alt));
    else if (path === undefined || path === file || root === undefined || shown.size >= mostPictures)
      image.replaceWith(renderMissing(alt, 'image that is not shown'));
    else {
      image.alt = alt;
      shown.set(image, path);
    }
  }
  return shown;
}

/** Nothing is asked of the address before somebody follows the link. */
function renderRemote(image: Element, address: URL, alt: string): HTMLElement {
  const name = `image at ${address.host}`;
  const isInLink = image.closest('a') !== null;
  const link = isInLink ? name : element('a', { href: address.href }, name);
  if (alt === '') return element('span', { class: 'image-elsewhere' }, link);
  return element('span', { class: 'image-elsewhere' }, alt, ' (', link, ')');
}

function renderMissing(alt: string, reason: string): HTMLElement {
  return element('span', { class: 'image-elsewhere', title: reason }, alt === '' ? reason : alt);
}

const longestWaitMs = 2000;

/** What is at a path may be a link to anywhere on the disk: the host tells, before anything is asked of the address. */
async function showPictures(
  pictures: ReadonlyMap<HTMLImageElement, string>,
  { root = '' }: DeckOrigin,
  { findPictures }: RenderActions,
): Promise<void> {
  if (pictures.size === 0) return;
  const own = await findPictures([...new Set(pictures.values())]).catch((): string[] => []);
  const loaded = [...pictures].map(([image, path]) => {
    const giveUp = () =>
      image.replaceWith(renderMissing(image.alt, `image not found: ${withoutHiddenCharacters(path)}`));
    return new Promise<void>((resolve) => {
      image.addEventListener('load', () => resolve());
      image.addEventListener('error', giveUp);
      image.addEventListener('error', () => resolve());
      if (!own.includes(path)) image.dispatchEvent(new Event('error'));
      else image.src = `${root}/${encodeDeckPath(path)}`;
    });
  });
  await Promise.race([Promise.all(loaded), new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
}

/** The panel's own headings end at the second level: an answer's begin below, whatever they were in its file. */
function demoteHeadings(content: DocumentFragment): void {
  const headings = [...content.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levelOf = (heading: Element) => Number(heading.tagName[1]);
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const level = Math.min(6, levelOf(heading) - highest + 3) as 3 | 4 | 5 | 6;
    const lower = element(`h${level}`, {});
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
