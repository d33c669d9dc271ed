import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatBankIndex, formatTopicFile } from '../../../src/core/bank/bankFiles';
import { inCheckout } from '../../support/paths';

/**
 * A copy of the extension whose bank holds one question per text, the text being its short answer, a key point, a
 * section and a follow-up at once, and a link to the next, the last one's to the first. The build would refuse such a bank, so it is written past it.
 */
export function createHostileExtension(texts: readonly string[]): string {
  const folder = inCheckout('out', 'hostile-extension');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package.nls.json', 'media', 'dist']) {
    cpSync(inCheckout(name), path.join(folder, name), { recursive: true });
  }
  const questions = texts.map((text, number) => ({
    id: hostileId(number),
    title: `Hostile ${String(number)}: ${text.slice(0, 60).replace(/\s+/g, ' ')}`,
    level: 'hard' as const,
    topic: 'hostile',
    terms: [`hostile_term_${String(number)}`],
  }));
  const topics = [{ id: 'hostile', title: 'Hostile', about: 'Texts that attack.' }];
  const bank = path.join(folder, 'dist', 'bank');
  writeFileSync(
    path.join(bank, 'index.json'),
    formatBankIndex({ topics, questions, collections: [], formerly: {}, decks: [] }),
  );
  writeFileSync(path.join(bank, 'hostile.formulas.json'), '{}');
  writeFileSync(
    path.join(bank, 'hostile.md'),
    formatTopicFile(texts.map((text, number) => createEntry(text, number, (number + 1) % texts.length))),
  );
  return folder;
}

export function hostileId(number: number): string {
  return `hostile-${String(number)}`;
}

function createEntry(text: string, number: number, next: number) {
  const line = text.replace(/\n/g, ' ');
  const body = `${text}\n\n## Explanation\n\n${text}\n\n## Key points\n\n- ${line}\n\n## Follow-ups\n\n- ${line}\n`;
  return { meta: { id: hostileId(number), related: [hostileId(next)], checked: '2026-01-01' }, body };
}
