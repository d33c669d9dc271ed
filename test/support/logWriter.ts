// A window that does nothing but write: `node logWriter.js <folder> <own file> [most events]` appends reviews, one
// after the other, and prints the id of each when it is kept. It ends when it is killed, or with the reason why it
// can't go on.
import { stampEvent } from '../../src/core/log/stampEvent';
import { openDiskLog } from './diskStore';

const stamps = { now: Date.now, random: Math.random };

async function main([place = '', ownFile = '', most = 'Infinity']: readonly string[]): Promise<void> {
  const { log } = openDiskLog(place, ownFile);
  const { replay } = await log.load();
  console.log('ready');
  for (let count = 0; count < Number(most); count++) {
    const grades = {
      grade: 'good',
      shownSeconds: 20.5,
      thinkingSeconds: 12,
      ticked: [0],
      keyPoints: 4,
    } as const;
    const review = { type: 'reviewed', question: `question-${String(count % 50)}`, ...grades } as const;
    const event = stampEvent(review, stamps, replay);
    await log.append([event]);
    console.log(event.id);
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
