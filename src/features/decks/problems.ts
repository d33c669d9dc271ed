import { Disposable, languages, workspace, type TextDocument } from 'vscode';
import type { Problem } from '../../core/decks/problems/problem';
import { findDeckOf } from '../../platform/deckOf';
import type { OpenDeck, OpenDecks } from '../../platform/library/decks';
import type { Services } from '../../platform/services';
import { createDebounced } from '../../platform/timers';
import { createDeckProblems, type DeckProblems } from './deckProblems';
import { createPublisher } from './publishProblems';
import { registerQuickFixes } from './quickFixes';
import { createRefusedFiles } from './refusedFiles';
import { createTexService } from './texService';

/** A pause in typing. */
const quietMs = 120;

/** The problems of an open document that is a deck's file. */
export interface JudgedDocument {
  readonly open: OpenDeck;
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Shows in the Problems panel what is wrong in the files of the decks, and offers to mend it. */
export function registerProblems(services: Services): Disposable {
  const collection = languages.createDiagnosticCollection('llmStudy');
  const refused = createRefusedFiles();
  const tex = createTexService(services);
  const publisher = createPublisher(collection);
  const judges = new Map<string, DeckProblems>();
  const typed = new Set<TextDocument>();
  const quiet = createDebounced(quietMs);
  let list: readonly OpenDeck[] = [];
  let deckOf: OpenDecks['deckOf'] = () => undefined;
  let readings = 0;

  const follow = async () => {
    const reading = ++readings;
    const decks = await services.library.loadDecks();
    if (reading !== readings) return;
    ({ list, deckOf } = decks);
    refused.show(list);
    followDecks(list, judges, (open) =>
      createDeckProblems(open, {
        tex,
        errors: services.errors,
        readAlone: decks.readAlone,
        onDidJudge: (paths) => publisher.publish(open.place.toString(), paths),
      }),
    );
    publisher.setDecks(list.flatMap(({ place }) => judges.get(place.toString()) ?? []));
    judgeTyped(workspace.textDocuments.filter(({ isDirty }) => isDirty));
  };
  const judgeTyped = (documents: Iterable<TextDocument>) => [...documents].forEach(judgeDocument);
  const judgeDocument = (document: TextDocument): JudgedDocument | undefined => {
    const file = findDeckOf({ deckOf }, document.uri);
    const judge = file && judges.get(file.open.place.toString());
    if (file === undefined || judge === undefined) return undefined;
    judge.judge(file.path, document);
    return { ...file, problems: judge.files.get(file.path) ?? [] };
  };
  const run = () => {
    follow().catch((error: unknown) => services.errors.log('look for problems in the decks', error));
  };
  run();
  return Disposable.from(
    collection,
    refused,
    new Disposable(() => [quiet, ...judges.values()].forEach(({ dispose }) => dispose())),
    services.library.onDidChange(run),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || findDeckOf({ deckOf }, document.uri) === undefined) return;
      typed.add(document);
      quiet.call(() => {
        judgeTyped(typed);
        typed.clear();
      });
    }),
    workspace.onDidOpenTextDocument(publisher.shareAgain),
    workspace.onDidCloseTextDocument(publisher.shareAgain),
    registerQuickFixes(judgeDocument),
  );
}

/** Each deck of the list has its judge, and no other has. */
function followDecks(
  list: readonly OpenDeck[],
  judges: Map<string, DeckProblems>,
  create: (open: OpenDeck) => DeckProblems,
): void {
  const places = new Set(list.map(({ place }) => place.toString()));
  for (const [place, judge] of judges) {
    if (places.has(place)) continue;
    judge.dispose();
    judges.delete(place);
  }
  for (const open of list) {
    const place = open.place.toString();
    const judge = judges.get(place) ?? create(open);
    judges.set(place, judge);
    judge.follow(open);
  }
}
