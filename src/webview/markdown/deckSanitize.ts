import createDOMPurify from 'dompurify';
import { formulaMark } from './deckParser';

/** What people write in Markdown files, and nothing that acts, floats or takes a name. (Chrome dies of many a `q`.) */
const allowedTags = (
  'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 ' +
  'h5 h6 hr i img ins kbd li mark ol p pre s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var'
).split(' ');

/** `src` is none of them: where a picture comes from is decided one by one. */
const allowedAttributes = [
  'href',
  'class',
  'data-math',
  'start',
  'open',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
];

/** Their values are looked at in a hook, and then they are gone or something else. */
const readAttributes = ['style', 'align'];

/** An element that is only about how its content is laid out on another page. */
const forbiddenContents = [
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'select',
];

let purify: ReturnType<typeof createDOMPurify> | undefined;
let sources = new Map<Element, string>();

/** A deck's HTML, cleaned, and what each of its images names as its source: none has one yet. */
export function sanitizeDeckHtml(html: string): {
  readonly content: DocumentFragment;
  readonly sources: ReadonlyMap<Element, string>;
} {
  purify ??= createPurifier();
  sources = new Map();
  return { content: purify.sanitize(html, { RETURN_DOM_FRAGMENT: true }), sources };
}

function createPurifier() {
  const made = createDOMPurify(window);
  made.addHook('beforeSanitizeAttributes', (node) => {
    if (node.nodeName === 'IMG') sources.set(node, node.getAttribute('src') ?? '');
  });
  made.addHook('uponSanitizeAttribute', (node, data) => {
    const { attrName, attrValue } = data;
    if (readAttributes.includes(attrName)) {
      const alignment = /^(?:text-align:\s*)?(left|center|right);?$/i.exec(attrValue.trim())?.[1];
      if (alignment !== undefined) node.classList.add(`align-${alignment.toLowerCase()}`);
      data.keepAttr = false;
    }
    if (attrName === 'class') data.attrValue = allowedClasses(attrValue);
    if (attrName === 'data-math') {
      data.keepAttr = attrValue.startsWith(formulaMark);
      data.attrValue = attrValue.slice(formulaMark.length);
    }
    if (attrName === 'width' || attrName === 'height')
      data.keepAttr = node.nodeName === 'IMG' && /^\d{1,4}%?$/.test(attrValue);
    // A cell over a thousand columns makes them all.
    if (attrName === 'colspan' || attrName === 'rowspan') data.keepAttr = /^\d$/.test(attrValue);
  });
  made.setConfig({
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: [...allowedAttributes, ...readAttributes],
    FORBID_CONTENTS: forbiddenContents,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|[^:]*$)/i,
    RETURN_DOM_FRAGMENT: true,
  });
  return made;
}

/** A deck must not dress its text as a part of the panel. */
function allowedClasses(names: string): string {
  return names
    .split(/\s+/)
    .filter((name) => /^(language-[\w+#-]+|align-(left|center|right))$/.test(name))
    .join(' ');
}
