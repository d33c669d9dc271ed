import type { BankIndex } from '../../src/core/bank/bankFiles';
import { groupQuestions, type GroupBy } from '../../src/core/bank/grouping';
import { findQuestionNode, rootsOf } from '../../src/core/bank/questionTree';
import type { QuestionSummary, Topic } from '../../src/core/bank/question';
import { replayEvents } from '../../src/core/log/replay';
import { createStanding } from '../../src/core/log/standing';
import { generateReviews, questionIds } from './log/events';
import { settings } from './log/settings';
import { formatRatio, medianTimesMs } from './log/timing';
import { timeMs, type ReportRow } from './report';

const count = 100_000;
const reviews = 20_000;
const mostTimesOnePass = 10;
const mostNodes = 100;

/** What the tree takes with very many questions: to be shown, and anew after each grade. */
export async function benchTree(report: ReportRow): Promise<void> {
  const index = generateIndex();
  const standing = createStanding({
    state: replayEvents(generateReviews(reviews)),
    settings: () => settings,
    questions: () => questionIds,
    now: () => Date.UTC(2024, 8, 1),
  });
  const group = (by: GroupBy) => () => groupQuestions(index, by, undefined, standing);
  const [byTopic, byLevel, byStatus, onePass] = await medianTimesMs([
    group('topic'),
    group('level'),
    group('status'),
    () => index.questions.filter(({ id }) => standing.statusOf(id) === 'due'),
  ]);
  const many = `${count.toLocaleString('en')} questions, 2,000 of them studied`;
  for (const [ours, by] of [
    [byTopic, 'topic and deck'],
    [byLevel, 'level'],
    [byStatus, 'status'],
  ] as const) {
    report({
      what: `tree: ${many}, in groups by ${by}`,
      ...formatRatio({ ours, theirs: onePass, theirName: 'asking the status of each' }, mostTimesOnePass),
    });
  }
  const groups = group('topic')();
  const nodes = rootsOf(groups).length;
  report({
    what: `tree: rows made of ${count.toLocaleString('en')} questions before a group is opened`,
    figure: String(nodes),
    budget: `≤ ${mostNodes}`,
    holds: nodes <= mostNodes,
  });
  const last = index.questions.at(-1)?.id ?? '';
  const findMs = timeMs(() => findQuestionNode(groups, last));
  report({ what: `tree: the last of ${many}, found in it`, figure: `${findMs.toFixed(2)} ms` });
}

/** A bank of 2,000 questions in 20 topics, a deck of many topics, and one that is a single list. */
function generateIndex(): BankIndex {
  const bank = generateTopics('topic', 20);
  const folder = generateTopics('folder-', 2_500, 'folder');
  const list = generateTopics('list-', 1, 'list');
  const inTopic = (topics: readonly Topic[], ids: readonly string[]): QuestionSummary[] =>
    ids.map((id, number) => {
      const { id: topic = '', deck } = topics[Math.floor((number * topics.length) / ids.length)] ?? {};
      return {
        ...{ id, title: `What is ${id}?`, topic, terms: [] },
        ...(deck === undefined ? { level: 'medium' } : { deck }),
        ...(number % 5 === 0 && deck !== undefined ? { isUnanswered: true } : {}),
      };
    });
  const half = (count - questionIds.length) / 2;
  const idsOf = (deck: string) => Array.from({ length: half }, (_, number) => `${deck}--question-${number}`);
  return {
    topics: [...bank, ...folder, ...list],
    questions: [
      ...inTopic(bank, questionIds),
      ...inTopic(folder, idsOf('folder')),
      ...inTopic(list, idsOf('list')),
    ],
    decks: ['folder', 'list'].map((id) => ({ id, title: id, about: `~/${id}` })),
    ...{ collections: [], formerly: {} },
  };
}

function generateTopics(prefix: string, length: number, deck?: string): Topic[] {
  return Array.from({ length }, (_, number) => ({
    ...{ id: `${prefix}-${number}`, title: `Topic ${number}`, about: '' },
    ...(deck === undefined ? {} : { deck }),
  }));
}
