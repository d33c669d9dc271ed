import { readFileSync } from 'node:fs';
import { readBank } from '../../src/build/readBank';
import { readSourceFiles } from '../../src/build/sourceFiles';
import { LEVELS } from '../../src/core/bank/question';
import { documentOf } from '../../src/core/search/document';
import type { SearchDocument } from '../../src/core/search/searchIndex';
import { inCheckout } from './paths';

/** What somebody types, and the questions that would serve them. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: string;
  /** Ids; one or more. */
  readonly relevant: readonly string[];
}

export interface Judgement {
  /** Mean reciprocal rank of the first question that serves, among the ten best: 1 if it is always the first. */
  readonly mrr: number;
  /** The mean share of the questions that serve that is among the ten best. */
  readonly recall: number;
  /** Queries whose first answer does not serve, the worst first, with what came instead. */
  readonly missed: readonly string[];
}

export function loadJudgedQueries(): JudgedQuery[] {
  const text = readFileSync(inCheckout('test', 'fixtures', 'search-queries.json'), 'utf8');
  return JSON.parse(text) as JudgedQuery[];
}

/** The whole bank: what is written with its answers, what is planned with title and terms. In learning order. */
export function loadWholeBank(): SearchDocument[] {
  const { topics, questions, planned } = readBank(readSourceFiles(inCheckout('questions')), []);
  const documents = [
    ...questions.map(({ question }) => documentOf(question)),
    ...planned.map(({ id, title, terms, topic, level }) => ({
      ...{ id, title, terms, topic, text: '' },
      level: LEVELS.find((each) => each === level) ?? 'medium',
    })),
  ];
  return topics.flatMap((topic) => documents.filter((document) => document.topic === topic.id));
}

/** Judges a search: `find` gives ids, the best first. */
export function judge(
  queries: readonly JudgedQuery[],
  find: (query: string) => readonly string[],
): Judgement {
  const judged = queries.map(({ query, relevant }) => {
    const found = find(query).slice(0, 10);
    const rank = found.findIndex((id) => relevant.includes(id)) + 1;
    const hits = relevant.filter((id) => found.includes(id));
    const line = `${rank === 0 ? 'not found' : `at ${rank}`}: "${query}" → ${found.slice(0, 3).join(', ')}`;
    return { line, reciprocal: rank === 0 ? 0 : 1 / rank, recall: hits.length / relevant.length };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mrr: mean(judged.map(({ reciprocal }) => reciprocal)),
    recall: mean(judged.map(({ recall }) => recall)),
    missed: judged
      .filter(({ reciprocal }) => reciprocal < 1)
      .sort((a, b) => a.reciprocal - b.reciprocal)
      .map(({ line }) => line),
  };
}
