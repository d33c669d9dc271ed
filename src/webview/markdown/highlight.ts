import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import cpp from 'highlight.js/lib/languages/cpp';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { sanitizeHtml } from './sanitize';

const languages = { bash, cpp, javascript, json, python, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Longer code is shown plain: colours aren't worth a frozen page. */
const longestCode = 50_000;

/** Colours a code element whose class names a known language; any other stays plain. */
export function highlightCode(code: HTMLElement): void {
  const name = /\blanguage-([\w+#-]+)/.exec(code.className)?.[1] ?? '';
  const text = code.textContent;
  if (hljs.getLanguage(name) === undefined || text.length > longestCode) return;
  code.replaceChildren(sanitizeHtml(hljs.highlight(text, { language: name }).value));
}
