import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import { countDueIn } from '../../core/bank/grouping';
import type { QuestionSummary } from '../../core/bank/question';
import type { Status } from '../../core/log/standing';
import type { StudyRecord } from '../../core/log/studyRecord';
import type { Services } from '../../platform/services';
import { addressOf } from './decorations';
import { labelOf } from './labels';
import { describeStatus } from './standing';
import { colourOf } from './statusColours';
import type { GroupNode, QuestionNode, TreeNode } from './tree';

/** What VS Code shows of a node. */
export async function renderNode({ study }: Services, node: TreeNode): Promise<TreeItem> {
  const record = await study.load();
  return node.kind === 'group' ? renderGroup(node, record) : renderQuestion(node, record);
}

function renderGroup({ group }: GroupNode, record: StudyRecord): TreeItem {
  const item = new TreeItem(labelOf(group), TreeItemCollapsibleState.Collapsed);
  const { count, key } = group;
  // Of a status, either all are due or none is.
  const due = key.startsWith('status/') ? 0 : countDueIn(group, record);
  const marks = due === 0 ? [] : [l10n.t('{0} due', due)];
  const questions = count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
  item.id = key;
  item.description = [String(count), ...marks].join(' · ');
  item.contextValue = 'group';
  if (group.about !== undefined) item.tooltip = group.about;
  item.accessibilityInformation = { label: [labelOf(group), questions, ...marks].join(', ') };
  return item;
}

function renderQuestion({ question, parent }: QuestionNode, record: StudyRecord): TreeItem {
  const { id, title } = question;
  const status = record.statusOf(id);
  const isBookmarked = record.isBookmarked(id);
  const item = new TreeItem(title);
  item.id = `${parent.group.key}/${id}`;
  item.resourceUri = addressOf(id);
  const marks = [
    ...(isBookmarked ? [l10n.t('bookmarked')] : []),
    ...(record.noteOf(id) === undefined ? [] : [l10n.t('noted')]),
    ...(record.isLeech(id) ? [l10n.t('leech')] : []),
  ];
  item.description = [...describeLevel(question), ...describeStatus(record, id), ...marks].join(' · ');
  item.iconPath = iconOf(status);
  item.contextValue = ['question', ...(isBookmarked ? ['bookmarked'] : []), status].join('.');
  item.command = { command: 'llmStudy.answer.open', title: l10n.t('Open Question'), arguments: [id] };
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

function describeLevel({ level }: QuestionSummary): string[] {
  return level === undefined ? [] : [labelOf({ key: `level/${level}`, title: level }).toLowerCase()];
}

const icons: Readonly<Record<Status, string>> = {
  new: 'circle-outline',
  seen: 'eye',
  learning: 'sync',
  due: 'clock',
  known: 'pass',
  suspended: 'circle-slash',
  buried: 'debug-pause',
};

function iconOf(status: Status): ThemeIcon {
  const colour = colourOf(status);
  return new ThemeIcon(icons[status], colour === undefined ? undefined : new ThemeColor(colour));
}
