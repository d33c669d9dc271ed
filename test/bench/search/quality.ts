import { judge, loadJudgedQueries, loadWholeBank } from '../../support/judged';
import type { ReportRow } from '../report';
import { ours, peers, plainFuse } from './engines';

const leastMrr = 0.95;

/** How well each search finds what the judged queries ask for, over the whole bank. */
export function benchQuality(report: ReportRow): void {
  const bank = loadWholeBank();
  const queries = loadJudgedQueries();
  const judged = [ours, ...peers, plainFuse].map((engine) => ({
    engine,
    ...judge(queries, engine.create(bank)),
  }));
  const best = Math.max(...judged.filter(({ engine }) => peers.includes(engine)).map(({ mrr }) => mrr));
  for (const { engine, mrr, recall } of judged) {
    const isOurs = engine === ours;
    report({
      what: `${engine.name}: ${queries.length} judged queries over ${bank.length} questions`,
      figure: `MRR@10 ${mrr.toFixed(3)}, recall@10 ${recall.toFixed(3)}`,
      ...(isOurs
        ? {
            budget: `MRR@10 ≥ ${leastMrr} and no worse than the peers`,
            holds: mrr >= leastMrr && mrr >= best,
          }
        : {}),
    });
  }
}
