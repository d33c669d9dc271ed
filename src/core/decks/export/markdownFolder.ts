import type { DeckFile } from '../deck';
import { createNames, ownIdOf, withoutDeck, type Exported } from './exported';
import { writeText } from './frontMatter';
import { writeQuestion } from './markdownFile';

/**
 * Questions as a folder that is a deck, or a bank: `topics.yaml`, and `<topic>/<id>.md` for each. Two decks may call
 * topics and questions alike: the second has its deck's id before the name.
 */
export function writeFolder({ questions, topics }: Exported): DeckFile[] {
  const folderName = createNames();
  const fileName = createNames();
  const used = new Set(questions.map(({ topic }) => topic));
  const folders = new Map(
    topics
      .filter(({ id }) => used.has(id))
      .map((topic) => {
        const name = withoutDeck(topic.id, topic.deck);
        return [topic.id, { ...topic, name: folderName(name, `${topic.deck ?? ''}-${name}`) }];
      }),
  );
  const ids = new Set<string>();
  const files = questions.map((question) => {
    const ownId = ownIdOf(question);
    const name = fileName(ownId, `${question.deck ?? ''}-${ownId}`);
    const id = ids.has(ownId) ? name : ownId;
    ids.add(id);
    return {
      path: `${folders.get(question.topic)?.name ?? 'questions'}/${name}.md`,
      text: writeQuestion(id === ownId ? question : { ...question, id }),
    };
  });
  return [{ path: 'topics.yaml', text: writeTopics([...folders.values()]) }, ...files];
}

interface Folder {
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

function writeTopics(folders: readonly Folder[]): string {
  return folders
    .map(({ name, title, about }) =>
      [
        `- id: ${writeText(name)}`,
        `  title: ${writeText(title)}`,
        `  about: ${writeText(about || title)}`,
        '',
      ].join('\n'),
    )
    .join('');
}
