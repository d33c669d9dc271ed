const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** For `sort`: as people count, `q2.md` before `q10.md`; the same on every device. */
export function compareNaturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
