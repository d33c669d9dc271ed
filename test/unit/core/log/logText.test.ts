import assert from 'node:assert/strict';
import { encodeEvent, encodeEvents, parseLogText, readLines } from '../../../../src/core/log/logText';
import { createRandom, pick } from '../../random';
import { anEvent, aReview, inventEvents } from './samples';

const line = encodeEvent(anEvent('a', 1)).trimEnd();
const other = encodeEvent(anEvent('b', 2)).trimEnd();

/** What is read, as `a b | line 2: torn {"v":1`. */
const read = (text: string) => {
  const { events, setAside } = parseLogText(text, 'a.jsonl');
  const ids = events.map(({ id }) => id.replace('sample-', '')).join(' ');
  return [ids, ...setAside.map((found) => `line ${found.line}: ${found.reason} ${found.text}`)].join(' | ');
};

const without = (field: string) =>
  line.replace(new RegExp(`,"${field}":("[^"]*"|\\[[^\\]]*\\]|[\\d.]+)`), '');
const changed = (field: string, value: string) =>
  line.replace(new RegExp(`"${field}":("[^"]*"|\\[[^\\]]*\\]|[\\d.]+)`), `"${field}":${value}`);

describe('a line of the log', () => {
  it('is the event as JSON, its fields in order', () => {
    const { id, at, v, ...body } = anEvent('a', 1);
    assert.equal(
      encodeEvent({ ...body, at, id, v }),
      '{"v":1,"id":"sample-a","at":"2026-11-23T16:01:00.000Z","type":"reviewed","question":"q1","grade":"good",' +
        '"shownSeconds":20.5,"thinkingSeconds":12,"ticked":[0,2],"keyPoints":4}\n',
    );
  });

  const texts: readonly (readonly [fact: string, text: string, expected: string])[] = [
    ['is read with either end', `${line}\r\n${other}\n`, 'a b'],
    ['is read without an end', `${line}\n${other}`, 'a b'],
    ['is read behind a byte order mark', `\uFEFF${line}\n\uFEFF${other}\n`, 'a b'],
    ['is read among blank ones', `\n\n${line}\n \r\n${other}\n\n`, 'a b'],
    [
      'is read with other spaces and another order',
      '{ "type":"seen", "question":"q", "at":"2026-11-23T16:01:00.000Z", "id":"sample-a", "v":1 }	',
      'a',
    ],
    [
      'is torn where the file ends before it',
      `${line}\n${other.slice(0, 30)}`,
      `a | line 2: torn ${other.slice(0, 30)}`,
    ],
    [
      'is damaged where it is no JSON',
      `${line.slice(0, 9)}\n${other}\n`,
      `b | line 1: damaged ${line.slice(0, 9)}`,
    ],
    [
      'is damaged where it is no object',
      `7\nnull\n[]\n`,
      ' | line 1: damaged 7 | line 2: damaged null | line 3: damaged []',
    ],
    ['is damaged where a power cut left zeros', `\0\0\0\n${line}\n`, 'a | line 1: damaged \0\0\0'],
    [
      'is read behind one that was torn',
      `${line.slice(0, 40)}${other}\n`,
      `b | line 1: torn ${line.slice(0, 40)}`,
    ],
    ['is read where its end is missing', `${line}${other}\n`, 'a b'],
    [
      'is read around the marks of a conflict',
      `<<<<<<< HEAD\n${line}\n||||||| 3ab9d1f\n=======\n${other}\n>>>>>>> laptop\n`,
      'a b | line 1: conflict marker <<<<<<< HEAD | line 3: conflict marker ||||||| 3ab9d1f | ' +
        'line 4: conflict marker ======= | line 6: conflict marker >>>>>>> laptop',
    ],
    [
      'of an unknown kind is set aside',
      '{"v":1,"id":"sample-z","at":"2026-11-23T16:01:00.000Z","type":"sung"}',
      ' | line 1: unknown kind {"v":1,"id":"sample-z","at":"2026-11-23T16:01:00.000Z","type":"sung"}',
    ],
    [
      'of a newer version is set aside',
      '{"v":2,"what":"ever"}',
      ' | line 1: newer version {"v":2,"what":"ever"}',
    ],
  ];

  for (const [fact, text, expected] of texts) it(fact, () => assert.equal(read(text), expected));

  const wrong: Readonly<Record<string, string>> = {
    'an id in capitals': changed('id', '"EVENT-A1"'),
    'an id that is too short': changed('id', '"abc"'),
    'no id': without('id'),
    'no time': without('at'),
    'a time without milliseconds': changed('at', '"2026-11-23T16:01:00Z"'),
    'a time of another zone': changed('at', '"2026-11-23T16:01:00.000+01:00"'),
    'a day that is not in the calendar': changed('at', '"2027-02-29T16:01:00.000Z"'),
    'the 25th hour': changed('at', '"2026-11-23T24:00:00.000Z"'),
    'a grade that does not exist': changed('grade', '"fair"'),
    'no grade': without('grade'),
    'negative seconds': changed('shownSeconds', '-1'),
    'seconds of more than a day': changed('shownSeconds', '86400.1'),
    'seconds that are no number': changed('thinkingSeconds', '"12"'),
    'infinite seconds': changed('thinkingSeconds', '1e999'),
    'ticked key points twice': changed('ticked', '[1,1]'),
    'ticked key points out of order': changed('ticked', '[2,0]'),
    'a ticked half': changed('ticked', '[0.5]'),
    'more ticked than there are': changed('keyPoints', '2'),
    'an empty question': changed('question', '""'),
    'a question with a control character': changed('question', '"a\\u0007"'),
    'a number with a leading zero': changed('keyPoints', '04'),
    'no version': line.replace('"v":1,', ''),
    'practice that is denied': line.replace(/}$/, ',"practice":false}'),
  };

  for (const [fault, text] of Object.entries(wrong)) {
    it(`is damaged with ${fault}`, () => assert.equal(read(`${text}\n`), ` | line 1: damaged ${text}`));
  }

  it('is read on the 29th of February of a leap year', () => {
    assert.equal(read(changed('at', '"2028-02-29T23:59:59.999Z"')), 'a');
  });

  it('keeps the fields that this version does not know', () => {
    const event = { ...anEvent('a', 1), mood: { today: ['fine'] } };
    assert.deepEqual(parseLogText(encodeEvent(event), 'a.jsonl').events, [event]);
  });

  it('is never written when it would not be read', () => {
    assert.throws(
      () => encodeEvent(anEvent('a', 1, aReview({ ticked: [9] }))),
      /"ticked" must name numbers below/,
    );
  });
});

describe('the text of a log', () => {
  it('gives every event back as it was', () => {
    const random = createRandom(20261126);
    for (let round = 0; round < 300; round++) {
      const events = inventEvents(random);
      assert.deepEqual(parseLogText(encodeEvents(events), 'a.jsonl'), { events, setAside: [] });
    }
  });

  it('is read alike by the scanner of reviews and by the parser of all lines, whatever is wrong with it', () => {
    const random = createRandom(20261127);
    for (let round = 0; round < 5000; round++) {
      const text = damage(random, encodeEvent(anEvent('a', 1, aReview({ ticked: [0, 1, 3] }), 'batch-one')));
      const { events, setAside } = parseLogText(text, 'a.jsonl');
      // A space in front: the scanner passes the line on.
      assert.deepEqual({ events, setAside }, parseLogText(` ${text}`, 'a.jsonl'), text);
    }
  }).timeout(60_000);

  it('loses no character that is not blank, however it is cut and joined', () => {
    const random = createRandom(20261128);
    for (let round = 0; round < 500; round++) {
      const text = damage(random, encodeEvents(inventEvents(random, 6)));
      const parts = readLines(text).flatMap(({ events, setAside }) => [...events, ...setAside]);
      const length = parts.reduce((sum, part) => sum + part.text.replace(/\s/g, '').length, 0);
      assert.equal(length, text.replace(/\s/g, '').length);
    }
  });

  it('takes no more than linear time, whatever is in it', () => {
    const hostile = [
      '{"v":'.repeat(50_000),
      '['.repeat(1_000_000),
      '\n'.repeat(1_000_000),
      line.slice(0, -1).repeat(10_000),
      line.replace('"question":"', `"question":"${'q'.repeat(10_000_000)}`),
      line.replace('"ticked":[', `"ticked":[${'0,'.repeat(10_000_000)}`),
    ];
    assert.deepEqual(
      hostile.map((text) => parseLogText(text, 'a.jsonl').events.length),
      hostile.map(() => 0),
    );
  }).timeout(60_000);
});

/** A text with a character or a stretch that is lost, doubled or replaced. */
function damage(random: () => number, text: string): string {
  const start = Math.floor(random() * text.length);
  const end = start + (random() < 0.5 ? 1 : Math.floor(random() * 20));
  const stretch = text.slice(start, end);
  const instead = pick(random, [
    '',
    stretch + stretch,
    '0',
    '"',
    '\\',
    '\n',
    ',',
    '9',
    '-',
    '.',
    'é',
    '\u007f',
    '}',
    ' ',
  ]);
  return text.slice(0, start) + instead + text.slice(end);
}
