import type { Shape } from '../candidate';
import { bold } from './bold';
import { details } from './details';
import { flashcard } from './flashcard';
import { heading } from './heading';
import { label } from './label';
import { bullet, ordered } from './listItem';
import { note } from './note';
import { plain } from './plain';
import { row } from './row';

/**
 * Every shape but our own format. Those that come first are judged first, and what lies in a question of theirs is its
 * answer for all others.
 */
export const shapes: readonly Shape[] = [
  heading,
  label,
  note,
  details,
  flashcard,
  bold,
  ordered,
  bullet,
  row,
  plain,
];
