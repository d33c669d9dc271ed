import { Disposable, commands, env, l10n, window, type QuickPickItem } from 'vscode';
import { GROUPINGS } from '../../core/bank/grouping';
import type { TreeNode } from '../../core/bank/questionTree';
import { setContextKey } from '../../platform/contextKeys';
import { countDue } from '../../platform/dueCount';
import { createQuestionLink } from '../../platform/links';
import type { Services } from '../../platform/services';
import { parseTarget } from '../../platform/target';
import { labelOfFilter, labelOfGrouping } from './labels';
import { FILTERS, createQuestionTree, type Arrangement } from './tree';

const viewId = 'llmStudy.browse.questions';
const stateKey = 'browse.arrangement';
const unchanged: Arrangement = { groupBy: 'topic', filter: 'all' };

/** The *Questions* view: its tree, how it is arranged, and what can be done with a question there. */
export function registerBrowse(services: Services): Disposable {
  let arrangement = parseArrangement(services.windowState.get(stateKey));
  const tree = createQuestionTree(services, arrangement);
  const view = window.createTreeView<TreeNode>(viewId, { treeDataProvider: tree, showCollapseAll: true });

  const showArrangement = () => {
    const parts = [
      ...(arrangement.groupBy === unchanged.groupBy ? [] : [labelOfGrouping(arrangement.groupBy)]),
      ...(arrangement.filter === unchanged.filter ? [] : [labelOfFilter(arrangement.filter)]),
    ];
    view.description = parts.join(' · ');
    void setContextKey('llmStudy.browse.isChanged', parts.length > 0);
  };
  const arrange = async (next: Arrangement) => {
    arrangement = next;
    tree.arrange(next);
    showArrangement();
    await services.windowState.update(stateKey, next);
  };
  const follow = async (id: string | undefined) => {
    if (id === undefined || !view.visible) return;
    const node = await tree.findQuestion(id);
    if (node !== undefined && !isSelected(view.selection, id)) await view.reveal(node, { select: true });
  };
  const showDeck = async (deck: unknown) => {
    const node = await tree.findDeck(deck);
    if (node === undefined) await commands.executeCommand(`${viewId}.focus`);
    else await view.reveal(node, { select: true, focus: true, expand: true });
  };
  const followQuietly = (id: string | undefined) => {
    follow(id).catch((error: unknown) => {
      services.errors.log('follow the open question in the tree', error);
    });
  };

  const showBadge = async () => {
    const due = (await countDue(services)) ?? 0;
    view.badge = due === 0 ? undefined : { value: due, tooltip: l10n.t('{0} due', due) };
  };

  showArrangement();
  return Disposable.from(
    view,
    tree,
    services.library.onDidChange(tree.refresh),
    services.study.onDidChange(() => {
      tree.refresh();
      showBadge().catch((error: unknown) => services.errors.log('count what is due', error));
    }),
    services.focus.onDidChangeQuestion(followQuietly),
    view.onDidChangeVisibility(() => followQuietly(services.focus.question)),
    ...registerArranging(services, () => arrangement, arrange),
    ...registerActions(services),
    ...services.registerCommands({
      'llmStudy.browse.showDeck': { task: l10n.t('show the deck'), run: showDeck },
    }),
  );
}

function registerArranging(
  { registerCommands }: Services,
  current: () => Arrangement,
  arrange: (next: Arrangement) => Promise<void>,
): Disposable[] {
  return registerCommands({
    'llmStudy.browse.groupBy': {
      task: l10n.t('group the questions'),
      run: async () => {
        const groupBy = await pick(GROUPINGS, labelOfGrouping, current().groupBy, l10n.t('Group questions'));
        if (groupBy !== undefined) await arrange({ ...current(), groupBy });
      },
    },
    'llmStudy.browse.filter': {
      task: l10n.t('filter the questions'),
      run: async () => {
        const filter = await pick(FILTERS, labelOfFilter, current().filter, l10n.t('Show questions'));
        if (filter !== undefined) await arrange({ ...current(), filter });
      },
    },
    'llmStudy.browse.clear': { task: l10n.t('clear the filter'), run: () => arrange(unchanged) },
  });
}

function registerActions({ registerCommands, study, focus, extensionId }: Services): Disposable[] {
  const targetOf = (argument: unknown): string => {
    const id = parseTarget(argument) ?? focus.question;
    if (id === undefined) throw new Error(l10n.t('no question is selected. Open one first.'));
    return id;
  };
  return registerCommands({
    'llmStudy.browse.bookmark': {
      task: l10n.t('bookmark the question'),
      run: (target) => study.setBookmarked(targetOf(target), true),
    },
    'llmStudy.browse.removeBookmark': {
      task: l10n.t('remove the bookmark'),
      run: (target) => study.setBookmarked(targetOf(target), false),
    },
    'llmStudy.browse.copyLink': {
      task: l10n.t('copy the link'),
      run: async (target) => {
        await env.clipboard.writeText(createQuestionLink(extensionId, targetOf(target)));
        window.setStatusBarMessage(l10n.t('Link copied'), 3000);
      },
    },
  });
}

async function pick<T extends string>(
  choices: readonly T[],
  label: (choice: T) => string,
  current: T,
  title: string,
): Promise<T | undefined> {
  const items = choices.map((choice): QuickPickItem & { choice: T } => ({
    choice,
    label: label(choice),
    ...(choice === current ? { description: l10n.t('current') } : {}),
  }));
  return (await window.showQuickPick(items, { title }))?.choice;
}

function isSelected(selection: readonly TreeNode[], id: string): boolean {
  return selection.some((node) => node.kind === 'question' && node.question.id === id);
}

/** What was kept for this window, or the plain arrangement where that is of another form. */
function parseArrangement(value: unknown): Arrangement {
  const { groupBy, filter } = (value ?? {}) as Partial<Record<keyof Arrangement, unknown>>;
  return {
    groupBy: GROUPINGS.find((choice) => choice === groupBy) ?? unchanged.groupBy,
    filter: FILTERS.find((choice) => choice === filter) ?? unchanged.filter,
  };
}
