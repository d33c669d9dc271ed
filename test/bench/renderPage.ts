import MarkdownIt from 'markdown-it';
import { allDrawn, renderMarkdown } from '../../src/webview/markdown/render';

const rounds = 15;

/** Runs in a page: the median round of rendering all texts, per text. */
async function measure(texts: string[]) {
  const plain = new MarkdownIt();
  const actions = { openQuestion: () => undefined, copy: () => undefined };
  const target = document.createElement('main');
  document.body.append(target);
  const panel: number[] = [];
  const markdown: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let started = performance.now();
    for (const text of texts) {
      target.replaceChildren(renderMarkdown(text, actions));
      await allDrawn();
    }
    panel.push((performance.now() - started) / texts.length);
    started = performance.now();
    for (const text of texts) target.innerHTML = plain.render(text);
    markdown.push((performance.now() - started) / texts.length);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  return { panelMs: median(panel), markdownMs: median(markdown), answers: texts.length };
}

Object.assign(globalThis, { measure });
