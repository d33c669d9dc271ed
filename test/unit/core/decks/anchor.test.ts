import assert from 'node:assert/strict';
import { findAnchorLine } from '../../../../src/core/decks/anchor';

const text = `# My list
## 12. What is *LoRA*?
\`\`\`
## what-is-code
\`\`\`
## 📌 Q3: What's [softmax](a.md)?
## Same
## Same ##
<a name="Old-Place"></a>
## Größe_und 数
`;

describe('an anchor', () => {
  const lines: Record<string, number | undefined> = {
    'my-list': 1,
    '12-what-is-lora': 2,
    '12-What-Is-LoRA': 2,
    '-q3-whats-softmax': 6,
    same: 7,
    'same-1': 8,
    'old-place': 9,
    'größe_und-数': 10,
    'what-is-code': undefined,
    '': undefined,
    nowhere: undefined,
  };
  for (const [anchor, line] of Object.entries(lines)) {
    it(`leads to line ${String(line)}: ${anchor}`, () => assert.equal(findAnchorLine(text, anchor), line));
  }
});
