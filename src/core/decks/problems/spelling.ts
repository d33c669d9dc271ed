import { isOneLetterOff, mayBeMisspelt } from './titleWords';

/** Words made to share a form can't make the search slow. */
const mostOfOneForm = 20;

/** Of further words, none is taken for misspelt. */
const mostWords = 100_000;

/** Gives for a word the one that stands for it and for all that are one letter off: the first of them that came. */
export function createSpelling(): (word: string) => string {
  const known = new Map<string, string>();
  const byForm = new Map<string, string[]>();
  return (word) => {
    if (!mayBeMisspelt(word)) return word;
    const before = known.get(word);
    if (before !== undefined || known.size >= mostWords) return before ?? word;
    const forms = shortenedForms(word);
    const meant = forms
      .flatMap((form) => byForm.get(form) ?? [])
      .find((other) => isOneLetterOff(word, other));
    known.set(word, meant ?? word);
    if (meant !== undefined) return meant;
    for (const form of forms) {
      const words = byForm.get(form);
      if (words === undefined) byForm.set(form, [word]);
      else if (words.length < mostOfOneForm) words.push(word);
    }
    return word;
  };
}

/** The word, and the word with each letter but the first left out: words one letter apart share one of them. */
function shortenedForms(word: string): string[] {
  const forms = [word];
  for (let at = 1; at < word.length; at++) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}
