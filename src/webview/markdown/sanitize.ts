import createDOMPurify from 'dompurify';

/** What Markdown can make, and nothing else. */
const allowedTags =
  'a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre s span strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  );
const allowedAttributes = ['href', 'class', 'data-math', 'start', 'style'];

const purify = createDOMPurify(window);

/** Keeps of a cell's style only how it is aligned, as a class, since inline styles can't pass the page's policy. */
purify.addHook('uponSanitizeAttribute', (node, data) => {
  if (data.attrName !== 'style') return;
  const alignment = /^text-align:(left|center|right)$/.exec(data.attrValue)?.[1];
  if (alignment !== undefined) node.classList.add(`align-${alignment}`);
  data.keepAttr = false;
});

/** Once and for all texts: with each text, DOMPurify would read its settings anew. */
purify.setConfig({
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: allowedAttributes,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https:\/\/|[a-z0-9-]+$)/i,
  RETURN_DOM_FRAGMENT: true,
});

/** Cleans HTML that came from Markdown. A link keeps its target only if it is a question's id or an `https:` page. */
export function sanitizeHtml(html: string): DocumentFragment {
  return purify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
}
