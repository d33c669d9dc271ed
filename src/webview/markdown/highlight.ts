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
import type { Emitter } from 'highlight.js';

const languages = { bash, cpp, javascript, json, python, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Longer code is shown plain: colours aren't worth a frozen page. */
const longestCode = 50_000;

/** Colours a code element whose class names a known language; any other stays plain. */
export function highlightCode(code: HTMLElement): void {
  const name = /\blanguage-([\w+#-]+)/.exec(code.className)?.[1] ?? '';
  const text = code.textContent;
  if (hljs.getLanguage(name) === undefined || text.length > longestCode) return;
  const { _emitter: emitter, illegal, errorRaised } = hljs.highlight(text, { language: name });
  if (illegal || errorRaised !== undefined || !(emitter instanceof ElementEmitter)) return;
  code.replaceChildren(...emitter.root.childNodes);
}

/** Takes what highlight.js finds as elements and text, so that there is no HTML that had to be cleaned. */
class ElementEmitter implements Emitter {
  readonly root = document.createElement('span');
  private readonly open: HTMLElement[] = [this.root];
  private text = '';

  addText(text: string): void {
    this.text += text;
  }

  startScope(scope: string): void {
    const span = document.createElement('span');
    span.className = classOf(scope);
    this.append(span);
    this.open.push(span);
  }

  endScope(): void {
    this.append();
    if (this.open.length > 1) this.open.pop();
  }

  /** highlight.js has two names for the beginning and the end of a scope. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof ElementEmitter) this.append(...emitter.root.childNodes);
  }

  finalize(): void {
    this.append();
  }

  toHTML(): string {
    return '';
  }

  private append(...nodes: readonly Node[]): void {
    const current = this.open.at(-1) ?? this.root;
    if (this.text !== '') current.append(this.text);
    this.text = '';
    current.append(...nodes);
  }
}

/** `title.function` has the classes `hljs-title` and `function_`, which highlight.js gives it in HTML, too. */
function classOf(scope: string): string {
  const [first = '', ...rest] = scope.split('.');
  return [`hljs-${first}`, ...rest.map((part, number) => part + '_'.repeat(number + 1))].join(' ');
}

hljs.configure({ __emitter: ElementEmitter });
