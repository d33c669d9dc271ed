/** Takes in a text's raw HTML, piece by piece, and gives what of it may stand on a card. */
export interface CardTags {
  /**
   * The piece with the elements that only lay text out, without their attributes, and links to the web; an image is its
   * alternative text. Other tags are left out, some with all that is in them, and text is escaped.
   */
  clean(html: string): string;
  /** What closes the elements that are open still. */
  end(): string;
}

/** Each has an end, which is written even where the text lacks it. */
const closed = new Set(
  (
    'abbr b blockquote caption cite code del details dfn div dl em figcaption figure h1 h2 h3 h4 h5 h6 i ins kbd mark ol ' +
    'pre s samp small span strong sub summary sup table tbody tfoot thead u ul var'
  ).split(' '),
);

/** These end by themselves where the next one begins. */
const endless = new Set('br dd dt hr li p td th tr'.split(' '));

/** What is in them is no text. */
const hidden = new Set('iframe math noscript script select style svg template textarea title'.split(' '));

/** More elements within each other than these are none: a browser opens the formatting ones anew in each paragraph. */
const deepest = 30;

/** No part goes over a `<`, so a text of many takes linear time. */
const tagPattern =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(\/?)([a-z][\w-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;

export function createCardTags(): CardTags {
  const open: string[] = [];
  const close = (name: string) => {
    const at = open.lastIndexOf(name);
    return at === -1
      ? ''
      : open
          .splice(at)
          .reverse()
          .map((each) => `</${each}>`)
          .join('');
  };
  const writeTag = (isEnd: boolean, name: string, attributes: string): string => {
    if (name === 'img') return escapeText(attributeOf(attributes, 'alt'));
    if (endless.has(name)) return isEnd ? `</${name}>` : `<${name}>`;
    if (isEnd) return close(name);
    const address = name === 'a' ? attributeOf(attributes, 'href') : '';
    const isLink = /^https?:\/\/[^\s"'<>]+$/i.test(address);
    if ((!isLink && !closed.has(name)) || open.length >= deepest) return '';
    open.push(name);
    return isLink ? `<a href="${address}">` : `<${name}>`;
  };
  return {
    clean(html) {
      let written = '';
      let at = 0;
      for (const { 0: tag, 1: slash, 2: name, 3: attributes = '', index } of html.matchAll(tagPattern)) {
        if (index < at) continue;
        written += escapeText(html.slice(at, index));
        at = index + tag.length;
        if (name === undefined) continue;
        if (slash === '' && hidden.has(name.toLowerCase())) at = endOf(html, name, at);
        else written += writeTag(slash === '/', name.toLowerCase(), attributes);
      }
      return written + escapeText(html.slice(at));
    },
    end: () => close(open[0] ?? ''),
  };
}

/** Where an element's content ends. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** As it is written, characters that stand for others and all; empty where there is none. */
function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Of HTML: `&amp;` is one already. What reads like the beginning of a formula is kept from being one. */
function escapeText(html: string): string {
  return keepText(html.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'));
}

/** Text that reads like the beginning of a formula is kept from being one by an element in its middle. */
export function keepText(escaped: string): string {
  return escaped.replace(/\\(?=[([])/g, '\\<span></span>');
}
