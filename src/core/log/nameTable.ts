/**
 * One string for each name that is read again and again. A `Map` of names compares parts of a larger text outside of
 * compiled code, which would be among the dearest parts of loading a long log; the same string again it knows at once.
 */
export interface NameTable {
  /** The name that stands in `text` from `start` to `end`. `hash`: of its characters, any whole number. */
  find(text: string, start: number, end: number, hash: number): string;
}

/** Of two names with one place the later one takes it: then a name has more strings than one, which are equal. */
export function createNameTable(places = 16_384): NameTable {
  const names: string[] = Array<string>(places).fill('');
  return {
    find(text, start, end, hash) {
      const place = (hash ^ (hash >>> 15)) & (places - 1);
      const known = names[place] ?? '';
      if (known.length === end - start && text.startsWith(known, start)) return known;
      const name = copyOf(text, start, end);
      names[place] = name;
      return name;
    },
  };
}

/**
 * A string of its own. What `slice` gives is a part of the text, whose characters would be looked up there: all over
 * the memory, time and again.
 */
function copyOf(text: string, start: number, end: number): string {
  return String.fromCharCode(...Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at)));
}
