import type { Deck, DeckQuestion } from './deck';
import {
  keepIdentities,
  type FreshQuestion,
  type Identities,
  type KnownQuestion,
  type SameQuestionOffer,
} from './identity';
import { mapTexts, mapWords, mayLink, textsOf } from './questionLinks';

/** What is kept of a deck between two readings. */
export interface KeptIdentities {
  /** Sorted by id: those with history, and those whose id is not the computed one. */
  readonly known: readonly KnownQuestion[];
  /** Old and new id of what somebody said is not the same question. */
  readonly refused: readonly (readonly [oldId: string, newId: string])[];
  /**
   * A few letters for each question that was in the deck, in a row: what is new is none of them. Without those of which
   * is still to be asked whether they are others.
   */
  readonly present: string;
}

/** Where it is kept. */
export interface IdentityStore {
  /** `undefined` where nothing is kept of the deck. */
  load(deck: string): KeptIdentities | undefined;
  save(deck: string, kept: KeptIdentities): void;
}

/** Whether anything was done with the question of that id. */
export type HasHistory = (id: string) => boolean;

export interface Reading {
  /** `undefined` while the study log is not loaded: then nothing is forgotten, and nothing is offered. */
  readonly hasHistory: HasHistory | undefined;
  /**
   * Whether the files are as they are on disk. While somebody types, titles are compared with those that were saved, so
   * that a title does not become quite another one letter by letter; and nothing is remembered or offered.
   */
  readonly isSaved: boolean;
}

/** Lets the questions of decks keep the ids that their history hangs on. */
export interface IdentityKeeper {
  /** The deck as it was read, with the ids that its questions are known by. */
  keepIds(deck: Deck, reading: Reading): Deck;
  /** Something was studied: from now on its questions are known. */
  remember(hasHistory: HasHistory): void;
  /** What is to be asked about the deck, as it was read last. */
  offersOf(deck: string): readonly SameQuestionOffer[];
  /** Keeps what somebody said. If they are the same, the deck's ids are to be kept anew. */
  answer(deck: string, offer: SameQuestionOffer, isSame: boolean): void;
}

interface LastReading extends Identities {
  readonly questions: readonly DeckQuestion[];
  /** Written when it is asked for, once. */
  readonly present: () => string;
}

const nothingKept: KeptIdentities = { known: [], refused: [], present: '' };
const nothingKnown: Identities = { ids: new Map(), offers: [] };

export function createIdentityKeeper(store: IdentityStore): IdentityKeeper {
  const last = new Map<string, LastReading>();
  const lastSaved = new Map<string, LastReading>();
  let latestHistory: HasHistory | undefined;
  const load = (deck: string) => store.load(deck) ?? nothingKept;
  const remember = (deck: string, hasHistory: HasHistory | undefined) => {
    const reading = lastSaved.get(deck);
    if (reading === undefined) return;
    const before = load(deck);
    const known = rememberQuestions(before.known, reading, hasHistory);
    const present = known.length === 0 ? '' : reading.present();
    if (isSame(known, before.known) && present === before.present) return;
    store.save(deck, { known, present, refused: before.refused });
  };
  return {
    keepIds(deck, { hasHistory, isSaved }) {
      if (hasHistory !== undefined) remember(deck.id, hasHistory);
      latestHistory = hasHistory ?? latestHistory;
      const { known, refused, present } = load(deck.id);
      const { questions } = deck;
      const wasThere = createPresenceTest(present);
      const isRefused = (oldId: string, newId: string) =>
        refused.some(([old, fresher]) => old === oldId && fresher === newId);
      const identities =
        known.length === 0
          ? nothingKnown
          : keepIdentities(
              known,
              questions.map((question) => describe(question, wasThere)),
              isRefused,
            );
      const reading = { ...identities, questions, present: once(() => writePresent(questions, identities)) };
      last.set(deck.id, isSaved ? reading : { ...reading, offers: [] });
      if (isSaved) lastSaved.set(deck.id, reading);
      if (isSaved) remember(deck.id, hasHistory);
      const { ids } = reading;
      return ids.size === 0 ? deck : { ...deck, questions: deck.questions.map((each) => rename(each, ids)) };
    },
    remember(hasHistory) {
      latestHistory = hasHistory;
      for (const deck of lastSaved.keys()) remember(deck, hasHistory);
    },
    offersOf: (deck) => (last.get(deck)?.offers ?? []).filter(({ oldId }) => latestHistory?.(oldId)),
    answer(deck, { oldId, newId }, isSameQuestion) {
      const { known, refused, present } = load(deck);
      const fresh = last.get(deck)?.questions.find(({ id }) => id === newId);
      // What was read before the answer says nothing any more.
      last.delete(deck);
      lastSaved.delete(deck);
      if (!isSameQuestion) {
        store.save(deck, { known, present, refused: [...refused, [oldId, newId]] });
      } else if (fresh !== undefined) {
        // It may have been studied under its new id before somebody answered: that names nothing any more.
        const others = known.filter(({ id }) => id !== oldId && id !== newId);
        store.save(deck, { known: [...others, entryOf(fresh, oldId)].sort(byId), present, refused });
      }
    },
  };
}

/** Those with history or another id than the computed one. What is gone stays for as long as it may have history. */
function rememberQuestions(
  known: readonly KnownQuestion[],
  { questions, ids }: LastReading,
  hasHistory: HasHistory | undefined,
): KnownQuestion[] {
  const before = new Set(known.map(({ id }) => id));
  const isKnown = hasHistory ?? ((id: string) => before.has(id));
  const remembered: KnownQuestion[] = [];
  for (const question of questions) {
    const id = ids.get(question.id) ?? question.id;
    if (isKnown(id) || id !== question.id) remembered.push(entryOf(question, id));
    before.delete(id);
  }
  const gone = known.filter(({ id }) => before.has(id) && hasHistory?.(id) !== false);
  return [...remembered, ...gone].sort(byId);
}

function byId(one: KnownQuestion, other: KnownQuestion): number {
  return one.id < other.id ? -1 : 1;
}

function entryOf(question: DeckQuestion, id: string): KnownQuestion {
  const answerKey = answerKeyOf(question);
  const { title, place } = question;
  return { id, title, file: place.file, ...(answerKey === undefined ? {} : { answerKey }) };
}

function isSame(one: readonly KnownQuestion[], other: readonly KnownQuestion[]): boolean {
  return (
    one.length === other.length &&
    one.every((question, at) => {
      const against = other[at];
      return (
        question.id === against?.id &&
        question.title === against.title &&
        question.file === against.file &&
        question.answerKey === against.answerKey
      );
    })
  );
}

/** What is costly is computed when it is asked for: of most questions it never is. */
function describe(question: DeckQuestion, wasThere: (id: string) => boolean): FreshQuestion {
  const { id, title, place, hasOwnId = false } = question;
  const answerKey = once(() => answerKeyOf(question));
  return {
    id,
    title,
    file: place.file,
    line: place.line,
    hasOwnId,
    get wasThere() {
      return wasThere(id);
    },
    get answerKey() {
      return answerKey();
    },
  };
}

/** "Yes." is the answer to many questions. */
const shortestTelling = 40;
const sampled = 200;

function answerKeyOf({ shortAnswer, sections }: DeckQuestion): string | undefined {
  const ends = sections.at(-1)?.markdown ?? '';
  const length = sections.reduce((sum, { markdown }) => sum + markdown.length, shortAnswer.length);
  if (length < shortestTelling) return undefined;
  const sample = `${shortAnswer.slice(0, sampled)}\n${ends.slice(-sampled)}`;
  return `${length.toString(36)}.${hashOf(sample).toString(36)}`;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Letters for a question in `present`: of 10,000 questions, one new one in 160 is taken for one that was there. */
const presentLetters = 4;

function presentKeyOf(id: string): string {
  return hashOf(id).toString(36).padStart(7, '0').slice(-presentLetters);
}

function writePresent(questions: readonly DeckQuestion[], { offers }: Identities): string {
  const open = new Set(offers.map(({ newId }) => newId));
  return questions.map(({ id }) => (open.has(id) ? '' : presentKeyOf(id))).join('');
}

function createPresenceTest(present: string): (id: string) => boolean {
  const keys = once(() => {
    const found = new Set<string>();
    for (let at = 0; at < present.length; at += presentLetters) {
      found.add(present.slice(at, at + presentLetters));
    }
    return found;
  });
  return (id) => keys().has(presentKeyOf(id));
}

function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => (computed ??= { value: compute() }).value;
}

/** The same object where no id in it has another name. */
function rename(question: DeckQuestion, ids: ReadonlyMap<string, string>): DeckQuestion {
  const { id, deck, related } = question;
  const follow = (each: string) => ids.get(each) ?? each;
  const followWord = (word: string) => ids.get(`${deck}--${word}`) ?? follow(word);
  const hasLinks = textsOf(question).some(mayLink);
  if (!hasLinks && !ids.has(id) && !related.some((each) => ids.has(each))) return question;
  const renamed = { ...question, id: follow(id), related: related.map(follow) };
  return hasLinks ? mapTexts(renamed, (text) => mapWords(text, followWord)) : renamed;
}
