/** TeX commands that a character stands for. */
const symbols: Readonly<Record<string, string>> = Object.fromEntries(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
  rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ
  Omega Ω cdot · times × div ÷ pm ± le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ propto ∝ equiv ≡ in ∈ notin ∉ subset ⊂
  cup ∪ cap ∩ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ to → rightarrow → leftarrow ← Rightarrow ⇒ mapsto ↦ ldots …
  dots … cdots ⋯ top ⊤ odot ⊙ oplus ⊕ otimes ⊗ circ ∘ ll ≪ gg ≫ forall ∀ exists ∃ mid | lvert | rvert | Vert ‖ lVert ‖
  rVert ‖ log log exp exp max max min min sin sin cos cos tanh tanh arg arg lim lim det det Pr Pr ln ln softmax softmax
  prime ′ ast ∗ star ⋆ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ ell ℓ hbar ℏ`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, number, words) => {
      if (number % 2 === 0) pairs.push([word, words[number + 1] ?? '']);
      return pairs;
    }, []),
);

const superscripts = mapOf(
  '0123456789+-=()nijkdTabcehmloprstuvwxyzN⊤',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵈᵀᵃᵇᶜᵉʰᵐˡᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴺᵀ',
);
const subscripts = mapOf('0123456789+-=()aeijkmnoprstuvxhl', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤᵥₓₕₗ');
const blackboard = mapOf('RENZQCP', 'ℝ𝔼ℕℤℚℂℙ');

/**
 * A formula in plain Unicode, such as `√dₖ` for `\sqrt{d_k}`; `undefined` when that can't be done without changing
 * what it says (a matrix, an unknown command, an index that Unicode lacks).
 */
export function renderUnicodeTex(tex: string): string | undefined {
  const reader = { tokens: tokenize(tex), at: 0 };
  const text = readUntil(reader, undefined);
  return text?.replace(/ +/g, ' ').trim();
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function tokenize(tex: string): string[] {
  return tex.match(/\\[a-zA-Z]+\*?|\\.|[\s\S]/gu) ?? [];
}

function readUntil(reader: Reader, end: string | undefined): string | undefined {
  let text = '';
  while (reader.at < reader.tokens.length) {
    if (reader.tokens[reader.at] === end) {
      reader.at++;
      return text;
    }
    const piece = readPiece(reader);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return end === undefined ? text : undefined;
}

/** A group in braces, or a single token. */
function readArgument(reader: Reader): string | undefined {
  while (/^\s$/.test(reader.tokens[reader.at] ?? '')) reader.at++;
  return readPiece(reader);
}

function readPiece(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined || token === '}' || token === '&') return undefined;
  if (token === '{') return readUntil(reader, '}');
  if (token === '^') return script(readArgument(reader), superscripts, '^');
  if (token === '_') return script(readArgument(reader), subscripts, '_');
  if (!token.startsWith('\\'))
    return /\s/.test(token) ? ' ' : token === '-' ? '−' : token === '~' ? ' ' : token;
  return readCommand(token.slice(1), reader);
}

function readCommand(name: string, reader: Reader): string | undefined {
  if (/^[,:; ]$/.test(name) || name === 'quad' || name === 'qquad') return ' ';
  if (name === '!' || /^[bB]igg?[lr]?$/.test(name)) return '';
  if (name === 'left' || name === 'right') return skipEmptyBracket(reader);
  if (/^[{}$%&#_|]$/.test(name)) return name === '|' ? '‖' : name;
  if (
    ['text', 'mathrm', 'mathbf', 'mathit', 'mathcal', 'operatorname', 'operatorname*', 'boldsymbol'].includes(
      name,
    )
  ) {
    const inner = readArgument(reader);
    return name === 'text' ? inner?.replaceAll('−', '-') : inner;
  }
  if (name === 'mathbb') return script(readArgument(reader), blackboard, undefined);
  if (name === 'sqrt') return readRoot(reader);
  if (name === 'hat') return readAccented(reader, '\u0302');
  if (name === 'bar') return readAccented(reader, '\u0304');
  if (name === 'tilde') return readAccented(reader, '\u0303');
  if (name === 'frac' || name === 'tfrac' || name === 'dfrac') return readFraction(reader);
  const symbol = symbolOf(name);
  const isName = /^[a-z]{2,}$/i.test(symbol ?? '') && !/^[_^([]$/.test(reader.tokens[reader.at] ?? '');
  return isName ? `${symbol ?? ''} ` : symbol;
}

function symbolOf(name: string): string | undefined {
  return Object.hasOwn(symbols, name) ? symbols[name] : undefined;
}

/** `\left.` is a bracket that is not there. */
function skipEmptyBracket(reader: Reader): string {
  if (reader.tokens[reader.at] === '.') reader.at++;
  return '';
}

function readRoot(reader: Reader): string | undefined {
  const inner = readArgument(reader)?.trim();
  if (inner === undefined) return undefined;
  const isOneName = /^(?:\p{N}+(?:\.\p{N}+)?|\p{L}[\u0300-\u036F₀-ₜᵢⱼ⁰-ⁿ]*)$/u.test(inner);
  return isOneName ? `√${inner}` : `√(${inner})`;
}

/** An accent over several letters would sit on the last one only. */
function readAccented(reader: Reader, accent: string): string | undefined {
  const inner = readArgument(reader)?.trim() ?? '';
  return /^\p{L}$/u.test(inner) ? inner + accent : undefined;
}

function readFraction(reader: Reader): string | undefined {
  const [over, under] = [readArgument(reader), readArgument(reader)];
  if (over === undefined || under === undefined) return undefined;
  const fraction = `${bracket(over)}/${bracket(under)}`;
  return isFactorNext(reader) ? `(${fraction})` : fraction;
}

/** Whether what follows would be read as a part of the denominator: `c` after `a/b`. */
function isFactorNext({ tokens, at }: Reader): boolean {
  while (/^(?:\s|\\[,:;! ])$/.test(tokens[at] ?? '')) at++;
  const token = tokens[at] ?? '';
  if (!token.startsWith('\\')) return /^[\p{L}\p{N}({[^]$/u.test(token);
  const name = token.slice(1);
  const symbol = symbolOf(name);
  return symbol === undefined
    ? /^(?:left|[bB]igg?l|sqrt|[dt]?frac|hat|bar|tilde|text|operatorname\*?|boldsymbol|math\w+)$/.test(name)
    : /^[\p{L}∑∏∫∂∇]/u.test(symbol);
}

/** Each character as a small one. Where Unicode lacks one, `d_model` stays readable with its mark, if it has one. */
function script(text: string | undefined, small: ReadonlyMap<string, string>, mark: string | undefined) {
  if (text === undefined) return undefined;
  const characters = Array.from(text.trim().replaceAll('−', '-'));
  if (characters.every((character) => small.has(character))) {
    return characters.map((character) => small.get(character) ?? '').join('');
  }
  if (mark === undefined) return undefined;
  return mark + (characters.length === 1 ? text.trim() : bracket(text.trim()));
}

/** Brackets around what would come apart without them. */
function bracket(text: string): string {
  return /^[\p{L}\p{N}\p{M}₀-ₜᵢⱼ⁰-ⁿ√ℝ.]+$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const small = Array.from(to);
  return new Map(Array.from(from).map((character, number) => [character, small[number] ?? character]));
}
