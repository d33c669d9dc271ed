import {
  CodeAction,
  CodeActionKind,
  Uri,
  WorkspaceEdit,
  l10n,
  languages,
  type CodeActionContext,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { planFix, type Problem } from '../../core/decks/problems/problem';
import { questionsIn } from '../../platform/deckOf';
import { deckFiles } from './codeLens';
import { cut } from './problemWords';
import type { JudgedDocument } from './problems';
import { diagnosticSource, othersOf, rangeOf, toRange } from './publishProblems';

/** Offers for each problem what certainly mends it, or leads to where a person can. */
export function registerQuickFixes(
  judge: (document: TextDocument) => JudgedDocument | undefined,
): Disposable {
  return languages.registerCodeActionsProvider(
    deckFiles,
    {
      provideCodeActions(document, range, context) {
        if (context.only !== undefined && !context.only.contains(CodeActionKind.QuickFix)) return [];
        const judged = judge(document);
        return (judged?.problems ?? [])
          .filter((problem) => toRange(problem.range).intersection(range) !== undefined)
          .flatMap((problem) =>
            judged === undefined
              ? []
              : createActions(document.uri, judged, problem).map((action) => link(action, problem, context)),
          );
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** VS Code shows a fix beside the problem that it mends. */
function link(action: CodeAction, problem: Problem, { diagnostics }: CodeActionContext): CodeAction {
  action.diagnostics = diagnostics.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && code === problem.code && range.isEqual(toRange(problem.range)),
  );
  return action;
}

function createActions(uri: Uri, judged: JudgedDocument, problem: Problem): CodeAction[] {
  const fix = planFix(problem);
  if (fix !== undefined) {
    const action = new CodeAction(titleOf(problem, fix.text), CodeActionKind.QuickFix);
    action.edit = new WorkspaceEdit();
    action.edit.replace(uri, toRange(fix.range), fix.text);
    action.isPreferred = true;
    return [action];
  }
  if (problem.code === 'unanswered') return createWriteAction(judged, problem);
  return othersOf(problem).map((other) => {
    const action = new CodeAction(
      l10n.t('Go to the one in {0}, line {1}', cut(other.file), other.line),
      CodeActionKind.QuickFix,
    );
    action.command = {
      title: action.title,
      command: 'vscode.open',
      arguments: [Uri.joinPath(judged.open.root, other.file), { selection: rangeOf(other) }],
    };
    return action;
  });
}

function titleOf({ code }: Problem, text: string): string {
  if (code === 'lone-dollar') return l10n.t('Write the price as "\\$"');
  return code === 'same-id'
    ? l10n.t('Change this id to "{0}"', cut(text))
    : l10n.t('Change the link to "{0}"', cut(text));
}

/** The question of that title, the nearest one of several: lines may have moved since the deck was read. */
function createWriteAction(
  judged: JudgedDocument,
  { title, range }: Extract<Problem, { code: 'unanswered' }>,
): CodeAction[] {
  const distance = (line: number) => Math.abs(line - 1 - range.startLine);
  const [question] = questionsIn(judged)
    .filter((each) => each.title === title)
    .sort((a, b) => distance(a.place.line) - distance(b.place.line));
  if (question === undefined) return [];
  const action = new CodeAction(l10n.t('Write the answer'), CodeActionKind.QuickFix);
  action.command = { title: action.title, command: 'llmStudy.decks.writeAnswer', arguments: [question.id] };
  return [action];
}
