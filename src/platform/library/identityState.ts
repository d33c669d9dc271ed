import { l10n, window, type Memento } from 'vscode';
import type { Deck } from '../../core/decks/deck';
import type { SameQuestionOffer } from '../../core/decks/identity';
import { createIdentityKeeper, type KeptIdentities, type Reading } from '../../core/decks/identityKeeper';
import type { StudyRecord } from '../../core/log/studyRecord';
import { isArrayOf, isObjectOf, isString } from '../../protocol/shape';
import { plainName } from './names';

/** Lets the questions of decks keep their ids from one reading to the next, on this device. */
export interface IdentityState {
  /** `study` is `undefined` while the log is not loaded. */
  keepIds(deck: Deck, study: StudyRecord | undefined, isSaved: boolean): Deck;
  /** To be called when something was studied, and when the log was loaded. */
  rememberStudied(study: StudyRecord): void;
  /**
   * Asks about one pair of the deck's last reading, if there is any, at most one at a time. Gives whether somebody has
   * said something: then the deck's ids are to be kept anew. A message that was closed asks again in the next window.
   */
  offerSameQuestion(deck: string): Promise<boolean>;
  /** Of the questions of the deck that were studied. */
  studiedTitles(deck: string): readonly string[];
  isStudied(deck: string): boolean;
}

const keyOf = (deck: string) => `decks.identities.${deck}`;

export function createIdentityState(state: Memento, onError: (error: unknown) => void): IdentityState {
  const keeper = createIdentityKeeper({
    load: (deck) => parseKept(state.get(keyOf(deck))),
    save: (deck, kept) => void state.update(keyOf(deck), kept).then(undefined, onError),
  });
  const studiedTitles = (deck: string) =>
    parseKept(state.get(keyOf(deck)))?.known.map(({ title }) => title) ?? [];
  const asked = new Set<string>();
  let isAsking = false;
  return {
    keepIds: (deck, study, isSaved) => keeper.keepIds(deck, { hasHistory: historyOf(study), isSaved }),
    rememberStudied: (study) => keeper.remember((id) => study.stateOf(id) !== undefined),
    studiedTitles,
    isStudied: (deck) => studiedTitles(deck).length > 0,
    async offerSameQuestion(deck) {
      const offer = keeper.offersOf(deck).find((each) => !asked.has(pairOf(each)));
      if (offer === undefined || isAsking) return false;
      isAsking = true;
      asked.add(pairOf(offer));
      try {
        const isSame = await askIfSame(offer);
        if (isSame !== undefined) keeper.answer(deck, offer, isSame);
        return isSame !== undefined;
      } finally {
        isAsking = false;
      }
    },
  };
}

function historyOf(study: StudyRecord | undefined): Reading['hasHistory'] {
  return study === undefined ? undefined : (id) => study.stateOf(id) !== undefined;
}

function pairOf({ oldId, newId }: SameQuestionOffer): string {
  return `${oldId}\n${newId}`;
}

async function askIfSame({ oldTitle, newTitle }: SameQuestionOffer): Promise<boolean | undefined> {
  const same = l10n.t('Same Question');
  const other = l10n.t('Another One');
  const choice = await window.showInformationMessage(
    l10n.t(
      'LLM Study: is "{0}" the question that was "{1}"? Its progress, bookmark and note would stay with it.',
      plainName(newTitle),
      plainName(oldTitle),
    ),
    same,
    other,
  );
  return choice === undefined ? undefined : choice === same;
}

/** What this or another version has kept; what is damaged is left out. */
function parseKept(value: unknown): KeptIdentities | undefined {
  const isKept = isObjectOf<{ known: readonly unknown[]; refused: readonly unknown[]; present: string }>({
    known: Array.isArray,
    refused: Array.isArray,
    present: isString,
  });
  if (!isKept(value)) return undefined;
  const isKnown = isObjectOf({ id: isString, title: isString, file: isString });
  const isPair = isArrayOf(isString);
  return {
    present: value.present,
    known: value.known.filter(isKnown),
    refused: value.refused.filter((pair) => isPair(pair) && pair.length === 2) as KeptIdentities['refused'],
  };
}
