import type { SkipReason } from './deck';
import type { ScannedLine } from './scanLines';
import { plainTitle } from './title';

/** A block longer than this says something. */
const longestNoise = 1200;

/**
 * What stands between questions and belongs to none: rules, links back to the top, badges, advertising, a licence.
 * `undefined` where a block of lines, without blank ones, is none of these.
 */
export function findNoise(block: readonly ScannedLine[]): SkipReason | undefined {
  if (block.some(({ kind }) => kind === 'code' || kind === 'table')) return undefined;
  if (block.every(({ kind }) => kind === 'comment')) return 'comment';
  const text = block.map((line) => line.text.slice(0, longestNoise)).join('\n');
  if (text.length > longestNoise) return undefined;
  if (block.every(({ kind, text: line }) => kind === 'rule' || isEmptyHtml(line))) return 'separator';
  if (/^\s*(?:\[\[?_?toc_?\]\]?|\{:toc\}|\$\{toc\}|@\[toc\].{0,40})\s*$/i.test(text)) return 'contents';
  if (isNavigation(text)) return 'navigation';
  if (isAdvertisement(text)) return 'advertisement';
  if (isBadges(text)) return 'badges';
  return isLicence(text) ? 'licence' : undefined;
}

/** A single line that can be taken off the end of a block, whatever stands above it. */
export function findNoiseInLine(line: ScannedLine): SkipReason | undefined {
  if (line.kind === 'code' || line.kind === 'table') return undefined;
  if (line.kind === 'rule' || /^\s*(?:<br\s*\/?>\s*)+$/i.test(line.text)) return 'separator';
  if (line.kind === 'comment') return 'comment';
  return line.text.length < 300 && isNavigation(line.text) ? 'navigation' : undefined;
}

/** Tags that hold nothing: `<br>`, `</div>`, `<p align="center">`, `&nbsp;`. */
function isEmptyHtml(line: string): boolean {
  return (
    /^(?:\s|<\/?(?:br|hr|div|p|center|a|b|i|u|em|strong|details|summary|sub|sup|span|section|blockquote|font)\b[^<>]*>|&nbsp;|\\)+$/i.test(
      line,
    ) && !/<img/i.test(line)
  );
}

/** Images that are links, or that a badge service draws, and nothing else. */
function isBadges(text: string): boolean {
  if (!text.includes('![') && !/<img/i.test(text)) return false;
  const rest = text
    .replace(/\[!\[[^[\]]*\]\([^()]*\)\]\([^()]*\)/g, '')
    .replace(
      /!\[[^[\]]*\]\([^()]*(?:shields\.io|badge|visitor|hits\.|star-history|contrib\.rocks)[^()]*\)/gi,
      '',
    )
    .replace(/<a\b[^<>]*>\s*<img\b[^<>]*>\s*<\/a>/gi, '')
    .replace(/<img\b[^<>]*(?:shields\.io|badge|visitor|hits\.|star-history|contrib\.rocks)[^<>]*>/gi, '');
  return (
    rest.length < text.length &&
    !/[\p{L}\p{N}]/u.test(rest.replace(/<\/?(?:p|div|br|center|a|h\d)\b[^<>]*>/gi, ''))
  );
}

const navigationWords =
  /^\W*(?:(?:go |jump |scroll |return )?(?:back )?(?:to )?(?:the )?(?:top|index|contents?|table of contents?|questions?|home|main(?: page| menu)?|list|readme|start|toc|menu)|back(?: to .{1,40})?|(?:next|previous|prev|home|up|top|index)(?:\W+(?:question|page|chapter|section|part|topic)\b.{0,60})?|返回(?:顶部|目录)|回到顶部|volver(?: arriba| al índice)?|наверх|к (?:началу|оглавлению)|voltar ao topo|retour en haut|nach oben)\W*$/i;

const arrows = /[⬆↑🔝🔼⏫←→⬅➡↥⇧⏪⏩«»◀▶]/u;

/** Links that lead through the document rather than out of it. */
function isNavigation(text: string): boolean {
  if (!/\]\(|<a\b|\[\[/i.test(text)) return false;
  const parts = plainWithLinks(text)
    .split(/\s*(?:\||•|·|&nbsp;|\n|—)\s*/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) || arrows.test(part));
  return parts.length > 0 && parts.every(isNavigationPart);
}

function isNavigationPart(part: string): boolean {
  if (navigationWords.test(part) || !/[\p{L}\p{N}]/u.test(part)) return true;
  if (/^\W*(?:next|prev(?:ious)?)\b/i.test(part)) return part.length < 100;
  return part.length < 60 && /^\s*[⬆↑🔝🔼⏫←⬅↥⇧⏪«◀]|[→➡⏩»▶]\s*$/u.test(part);
}

/** As `plainTitle`, but a link keeps its label whatever it says. */
function plainWithLinks(text: string): string {
  const labels = text.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*\)/g, ' $1 ').replace(/[[\]]/g, ' ');
  return plainTitle(labels.replace(/\n/g, ' | '));
}

function isLicence(text: string): boolean {
  return /\b(?:licensed under|under the (?:MIT|Apache|GPL|BSD|CC|terms of)|(?:MIT|Apache|BSD|GPL|CC[- ]BY[\w-]*|creative commons)\b.{0,30}\blicen[cs]e|all rights reserved|copyright (?:\(c\)|©|\d{4}))|©\s*\d{4}/i.test(
    text,
  );
}

const selling =
  /\bsponsor(?:ed|s)?\b|\badvert|\bsubscribe|\bnewsletter|\bdiscount|\bcoupon|\bpromo(?:\s?code|tion)?\b|buy me a coffee|buy a coffee|ko-?fi|patreon|\baffiliate|\bjoin (?:our|my|the|us)\b|\bfollow (?:me|us|on)\b|\bstar (?:this|the|us)\b|give (?:it|us|this repo\w*) a (?:star|⭐)|leave a (?:star|⭐)|\bcheck (?:it )?out\b|\benroll|\bsign up|book (?:a|your) (?:call|session)|free trial|limited time|get (?:the|my|our) (?:book|course|e-?book)|\bdownload (?:the|our|my|pdf)|practice (?:these|more) (?:questions )?(?:on|at)|(?:explore|find|get|see) all \d+|\d+% off|hire me|get hired|we(?:'| a)re hiring|connect with me|support (?:the author|my work|me\b)|linkedin\.com\/in|youtube\.com\/(?:@|c\/|channel)|t\.me\/|discord\.gg|utm_(?:source|medium|campaign)/i;

/** It asks for something and links to it, in few words. */
export function isAdvertisement(text: string): boolean {
  if (text.length > 800) return false;
  if (/公众号|扫码关注|关注我/.test(text)) return true;
  const hasLink = /\]\(|<a\b|<img|https?:\/\//i.test(text);
  return (
    (hasLink && selling.test(text)) ||
    /^\W*(?:⭐|🌟|:star:)[^\n]{0,120}\bstar\b|^\W*(?:click|press|hit) (?:★|⭐|:star:|&#9733;)/iu.test(text)
  );
}
