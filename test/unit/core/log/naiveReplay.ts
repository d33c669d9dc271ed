import type { StudyEvent } from '../../../../src/core/log/event';
import type { QuestionState, StudyState } from '../../../../src/core/log/studyState';

/** The rules of `docs/study-log.md`, sentence by sentence and without a thought for time. */
export function replayNaively(copies: readonly StudyEvent[]): StudyState {
  const ids = [...new Set(copies.map(({ id }) => id))];
  const events = ids.map((id) => firstContent(copies.filter((copy) => copy.id === id))).sort(inOrder);
  const batchesOf = (id: string) => copies.flatMap((copy) => (copy.id === id ? [copy.batch] : []));
  const isTakenBack = (event: StudyEvent): boolean =>
    events.some(
      (undone) =>
        undone.type === 'undone' &&
        (event.type !== 'undone' || inOrder(undone, event) > 0) &&
        undone.targets.some((target) => target === event.id || batchesOf(event.id).includes(target)) &&
        !isTakenBack(undone),
    );
  const effective = events.filter((event) => !isTakenBack(event));
  const questions = new Set(effective.flatMap((event) => (event.type === 'undone' ? [] : [event.question])));
  return { questions: new Map([...questions].map((question) => [question, stateOf(question, effective)])) };
}

function firstContent(copies: readonly StudyEvent[]): StudyEvent {
  const [first] = copies
    .map((event) => ({ event, content: contentOf(event) }))
    .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
  if (first === undefined) throw new Error('no copies');
  return first.event;
}

/** What the document calls an event's content. */
function contentOf(event: StudyEvent): string {
  const { at } = event;
  switch (event.type) {
    case 'reviewed': {
      const { question, grade, shownSeconds, thinkingSeconds, ticked, keyPoints, practice = false } = event;
      return JSON.stringify([
        at,
        event.type,
        question,
        grade,
        shownSeconds,
        thinkingSeconds,
        ticked.length,
        keyPoints,
        practice,
      ]);
    }
    case 'undone':
      return JSON.stringify([at, event.type, event.targets]);
    case 'buried':
      return JSON.stringify([at, event.type, event.question, event.until]);
    case 'bookmarked':
      return JSON.stringify([at, event.type, event.question, event.on]);
    case 'noted':
      return JSON.stringify([at, event.type, event.question, event.text]);
    case 'seen':
    case 'suspended':
    case 'resumed':
    case 'reset':
      return JSON.stringify([at, event.type, event.question]);
  }
}

function inOrder(a: StudyEvent, b: StudyEvent): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function stateOf(question: string, effective: readonly StudyEvent[]): QuestionState {
  const state = { id: question, seen: false, bookmarked: false, suspended: false, scheduledFrom: 0 };
  const reviews: QuestionState['reviews'][number][] = [];
  let note = '';
  let buriedUntil: string | undefined;
  for (const event of effective) {
    if (event.type === 'undone' || event.question !== question) continue;
    if (event.type === 'reviewed') {
      const { id, at, grade, shownSeconds, thinkingSeconds, ticked, keyPoints, practice = false } = event;
      const numbers = { shownSeconds, thinkingSeconds, ticked: ticked.length, keyPoints };
      reviews.push({ event: id, at: Date.parse(at), grade, ...numbers, practice });
    }
    if (event.type === 'seen' || event.type === 'reviewed') state.seen = true;
    if (event.type === 'reset') [state.seen, state.scheduledFrom] = [false, reviews.length];
    if (event.type === 'bookmarked') state.bookmarked = event.on;
    if (event.type === 'suspended') state.suspended = true;
    if (event.type === 'resumed') [state.suspended, buriedUntil] = [false, undefined];
    if (event.type === 'buried') buriedUntil = event.until;
    if (event.type === 'noted') note = event.text;
  }
  return {
    ...state,
    reviews,
    ...(note === '' ? {} : { note }),
    ...(buriedUntil === undefined ? {} : { buriedUntil }),
  };
}
