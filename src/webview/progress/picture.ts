import { svg } from './svg';

/** What a mark says, and the questions it leads to. */
export interface MarkContent {
  /** Unique on the page, and the same after the picture is drawn anew: `calendar/20780`. */
  readonly key: string;
  /** What its questions have in common: `Monday 23 November 2026`. */
  readonly title: string;
  /** Its numbers in words. */
  readonly text: string;
  /** Positions in the view's questions. */
  readonly questions: readonly number[];
}

/** A part of a picture that can be pointed at. */
export interface Mark {
  readonly element: SVGElement;
  /** Drawn over it. Not in it, since a button's name must be the text that it shows. */
  readonly texts: readonly SVGElement[];
  readonly content: MarkContent;
}

/** A picture with its marks in reading order. */
export interface Picture {
  readonly element: SVGSVGElement;
  readonly marks: readonly Mark[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a mark can be hit is mostly larger than what it draws. */
export function renderMark(
  content: MarkContent,
  area: Box,
  shapes: readonly SVGElement[],
  texts: readonly SVGElement[] = [],
): Mark {
  const label = `${content.title}: ${content.text}`;
  const attributes = {
    class: 'mark',
    role: 'button',
    tabindex: -1,
    'aria-label': label,
    'data-key': content.key,
  };
  const element = svg('g', attributes, svg('rect', { class: 'area', ...area, rx: 2 }), ...shapes);
  return { element, texts, content };
}

/** Text and lines beside the marks are hidden from screen readers: the marks and the table say it all. */
export function renderPicture(
  { width, height, label }: { width: number; height: number; label: string },
  scenery: readonly SVGElement[],
  marks: readonly Mark[],
): Picture {
  const element = svg(
    'svg',
    {
      role: 'group',
      'aria-label': label,
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${String(width)} ${String(height)}`,
    },
    svg('g', { 'aria-hidden': 'true' }, ...scenery),
    ...marks.map((mark) => mark.element),
    svg('g', { class: 'texts', 'aria-hidden': 'true' }, ...marks.flatMap((mark) => mark.texts)),
  );
  return { element, marks };
}
