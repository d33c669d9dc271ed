import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import { listedStatusOf, type Group, type ListedStatus } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import type { GroupNode, QuestionNode, TreeNode } from '../../core/bank/questionTree';
import type { StudyRecord } from '../../core/log/studyRecord';
import { nameOfGroup } from '../../platform/groupNames';
import type { Services } from '../../platform/services';
import { addressOf } from './decorations';
import { describeStatus } from './standing';
import { colourOf } from './statusColours';

/** What VS Code shows of a node. */
export async function renderNode({ study }: Services, node: TreeNode): Promise<TreeItem> {
  return node.kind === 'group' ? renderGroup(node) : renderQuestion(node, await study.load());
}

function renderGroup({ group }: GroupNode): TreeItem {
  const { key, count, about, deck } = group;
  const label = labelOf(group);
  const item = new TreeItem(
    label,
    count === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  const marks = describeMarks(group);
  const questions = count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
  item.id = key;
  item.description = [...(count === 0 ? [] : [String(count)]), ...marks].join(' · ') || String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: [label, ...(deck === undefined ? [] : [l10n.t('deck')]), questions, ...marks].join(', '),
  };
  if (about !== undefined) item.tooltip = about;
  if (deck !== undefined) {
    const isFaulty = deck.fault !== undefined;
    item.contextValue = ['deck', ...(isFaulty ? ['faulty'] : []), ...(count === 0 ? ['empty'] : [])].join(
      '.',
    );
    item.iconPath = isFaulty
      ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
      : new ThemeIcon('book');
    if (isFaulty) item.tooltip = `${deck.about}\n\n${deck.fault}`;
  }
  return item;
}

function labelOf(group: Group): string {
  if (group.range === undefined) return nameOfGroup(group);
  const [first, last] = group.range;
  return l10n.t({
    message: '{0}–{1}',
    args: [first, last],
    comment: ['The numbers of the first and the last of the questions in a group'],
  });
}

/** What stands behind the count. Of a status, either all or none are due or unanswered. */
function describeMarks({ key, due, unanswered, deck }: Group): string[] {
  if (key.startsWith('status/')) return [];
  return [
    ...(due === 0 ? [] : [l10n.t('{0} due', due)]),
    ...(unanswered === 0 ? [] : [l10n.t('{0} unanswered', unanswered)]),
    ...(deck?.fault === undefined ? [] : [deck.fault]),
  ];
}

function renderQuestion({ question, parent }: QuestionNode, record: StudyRecord): TreeItem {
  const { id, title } = question;
  const status = listedStatusOf(question, record);
  const isBookmarked = record.isBookmarked(id);
  const item = new TreeItem(title);
  item.id = `${parent.group.key}/${id}`;
  // The letter at the end of a row and its colour say where one stands; without an answer, nowhere.
  if (status !== 'unanswered') item.resourceUri = addressOf(id);
  const standing = status === 'unanswered' ? [l10n.t('not answered yet')] : describeStatus(record, id);
  const marks = [
    ...(isBookmarked ? [l10n.t('bookmarked')] : []),
    ...(record.noteOf(id) === undefined ? [] : [l10n.t('noted')]),
    ...(record.isLeech(id) ? [l10n.t('leech')] : []),
  ];
  item.description = [...describeLevel(question), ...standing, ...marks].join(' · ');
  item.iconPath = iconOf(status);
  item.contextValue = [
    'question',
    ...(isBookmarked ? ['bookmarked'] : []),
    ...(status === 'unanswered' ? [status] : []),
    // Also of one without an answer: what is suspended can be resumed.
    record.statusOf(id),
  ].join('.');
  item.command = { command: 'llmStudy.answer.open', title: l10n.t('Open Question'), arguments: [id] };
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

function describeLevel({ level }: QuestionSummary): string[] {
  return level === undefined ? [] : [nameOfGroup({ key: `level/${level}`, title: level }).toLowerCase()];
}

const icons: Readonly<Record<ListedStatus, string>> = {
  new: 'circle-outline',
  seen: 'eye',
  learning: 'sync',
  due: 'clock',
  known: 'pass',
  suspended: 'circle-slash',
  buried: 'debug-pause',
  unanswered: 'question',
};

function iconOf(status: ListedStatus): ThemeIcon {
  const colour = colourOf(status);
  return new ThemeIcon(icons[status], colour === undefined ? undefined : new ThemeColor(colour));
}
