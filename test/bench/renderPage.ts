import MarkdownIt from 'markdown-it';
import { allDrawn, renderMarkdown } from '../../src/webview/markdown/render';

const rounds = 31;

/**
 * Runs in a page: each text in turn, rendered as the panel does and by markdown-it alone, each in a place of its own.
 * People open one answer at a time, so neither gets the processor's caches to itself. Milliseconds per text, and their
 * ratio: the medians over the rounds.
 */
async function measure(texts: string[]) {
  const plain = new MarkdownIt();
  const actions = {
    openQuestion: () => undefined,
    copy: () => undefined,
    followLink: () => undefined,
    findPictures: () => Promise.resolve([]),
  };
  const [panelPlace, plainPlace] = [document.createElement('main'), document.createElement('main')];
  document.body.append(panelPlace, plainPlace);

  const [panel, markdown]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    let [panelMs, markdownMs] = [0, 0];
    for (const text of texts) {
      const started = performance.now();
      panelPlace.replaceChildren(renderMarkdown(text, actions));
      await allDrawn();
      const between = performance.now();
      plainPlace.innerHTML = plain.render(text);
      markdownMs += performance.now() - between;
      panelMs += between - started;
    }
    panel.push(panelMs / texts.length);
    markdown.push(markdownMs / texts.length);
  }
  const ratios = panel.map((ms, round) => ms / (markdown[round] ?? NaN));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
  return {
    panelMs: median(panel),
    markdownMs: median(markdown),
    ratio: median(ratios),
    answers: texts.length,
  };
}

Object.assign(globalThis, { measure });
