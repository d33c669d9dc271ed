import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  Range,
  Uri,
  l10n,
  workspace,
  type DiagnosticCollection,
} from 'vscode';
import type { OtherPlace, Problem, ProblemCode, TextRange } from '../../core/decks/problems/problem';
import { shareLimit, type SharedLimit } from '../../core/decks/problems/shareLimit';
import { pathBelow } from '../../platform/library/names';
import type { DeckProblems } from './deckProblems';
import { cut, describeProblem } from './problemWords';

/** All that the files of a deck show while nobody has them open. */
const mostOfClosed = 1000;

const noLimit: SharedLimit = { shown: new Map(), hidden: undefined };

/** Puts problems into the Problems panel. */
export interface Publisher {
  /** The decks that are shown, in their order: a file of two is the first one's. What was shown of others goes. */
  setDecks(decks: readonly DeckProblems[]): void;
  /** Some files of a deck have been judged. */
  publish(place: string, paths: readonly string[]): void;
  /** A file was opened or closed. */
  shareAgain(): void;
}

interface ShownDeck {
  readonly judge: DeckProblems;
  limit: SharedLimit;
}

export function createPublisher(collection: DiagnosticCollection): Publisher {
  let decks = new Map<string, ShownDeck>();
  const isOfEarlier = (place: string, uri: string) => {
    for (const [other, { judge }] of decks) {
      if (other === place) return false;
      if (uri.startsWith(`${judge.root.toString()}/`) && has(judge, Uri.parse(uri, true))) return true;
    }
    return false;
  };
  const show = (place: string, { judge, limit }: ShownDeck, paths: Iterable<string>) => {
    for (const path of paths) {
      const uri = Uri.joinPath(judge.root, path);
      if (decks.size > 1 && isOfEarlier(place, uri.toString())) continue;
      const problems = judge.files.get(path) ?? [];
      const shown = problems.slice(0, limit.shown.get(path) ?? problems.length);
      const more =
        limit.hidden?.path === path ? [describeHidden(limit.hidden.count, problems[shown.length])] : [];
      collection.set(uri, [...shown.map((problem) => toDiagnostic(problem, judge.root)), ...more]);
    }
  };
  const share = (place: string, deck: ShownDeck, judged: readonly string[]) => {
    const before = deck.limit;
    deck.limit = isOver(deck.judge) ? shareLimit(countOf(deck.judge), mostOfClosed) : noLimit;
    const { shown, hidden } = deck.limit;
    const other = [...before.shown.keys(), ...shown.keys()].filter(
      (path) => before.shown.get(path) !== shown.get(path),
    );
    const named = [before.hidden?.path, hidden?.path].flatMap((path) => path ?? []);
    show(
      place,
      deck,
      new Set([...judged, ...other, ...(before.hidden?.count === hidden?.count ? [] : named)]),
    );
  };
  return {
    setDecks(judges) {
      const isSame =
        judges.length === decks.size &&
        judges.every((judge, number) => [...decks.values()][number]?.judge === judge);
      if (isSame) return;
      collection.clear();
      decks = new Map(judges.map((judge) => [judge.place, { judge, limit: noLimit }]));
      for (const [place, deck] of decks) share(place, deck, [...deck.judge.files.keys()]);
    },
    publish(place, paths) {
      const deck = decks.get(place);
      if (deck !== undefined) share(place, deck, paths);
    },
    shareAgain() {
      for (const [place, deck] of decks) if (isOver(deck.judge)) share(place, deck, []);
    },
  };
}

function has({ root, files }: DeckProblems, uri: Uri): boolean {
  return files.has(pathBelow(root, uri) ?? '');
}

function isOver({ files }: DeckProblems): boolean {
  let count = 0;
  for (const problems of files.values()) count += problems.length;
  return count > mostOfClosed;
}

function countOf({ root, files }: DeckProblems) {
  const open = new Set(
    workspace.textDocuments.flatMap(({ isClosed, uri }) => (isClosed ? [] : (pathBelow(root, uri) ?? []))),
  );
  return [...files].map(([path, { length: count }]) => ({ path, count, isOpen: open.has(path) }));
}

const severities: Readonly<Record<ProblemCode, DiagnosticSeverity>> = {
  duplicate: DiagnosticSeverity.Warning,
  'nearly-duplicate': DiagnosticSeverity.Information,
  // A hint would not be in the Problems panel.
  unanswered: DiagnosticSeverity.Information,
  'lone-dollar': DiagnosticSeverity.Warning,
  tex: DiagnosticSeverity.Warning,
  link: DiagnosticSeverity.Warning,
  image: DiagnosticSeverity.Warning,
  'same-id': DiagnosticSeverity.Warning,
  'passed-over': DiagnosticSeverity.Information,
};

export const diagnosticSource = 'LLM Study';

function toDiagnostic(problem: Problem, root: Uri): Diagnostic {
  const diagnostic = new Diagnostic(
    toRange(problem.range),
    describeProblem(problem),
    severities[problem.code],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = problem.code;
  const others = othersOf(problem);
  if (others.length > 0) {
    diagnostic.relatedInformation = others.map(
      (other) =>
        new DiagnosticRelatedInformation(
          new Location(Uri.joinPath(root, other.file), rangeOf(other)),
          cut(other.title),
        ),
    );
  }
  return diagnostic;
}

function describeHidden(count: number, first: Problem | undefined): Diagnostic {
  const range = first === undefined ? new Range(0, 0, 0, 0) : toRange(first.range);
  const message =
    count === 1
      ? l10n.t('There is 1 more problem in this deck. It shows once its file is open.')
      : l10n.t('There are {0} more problems in this deck. Those of a file show once it is open.', count);
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** The other questions that a problem is about. */
export function othersOf(problem: Problem): readonly OtherPlace[] {
  if ('others' in problem) return problem.others;
  return 'other' in problem ? [problem.other] : [];
}

export function rangeOf({ line }: OtherPlace): Range {
  return new Range(line - 1, 0, line - 1, 0);
}

export function toRange({ startLine, startCharacter, endLine, endCharacter }: TextRange): Range {
  return new Range(startLine, startCharacter, endLine, endCharacter);
}
