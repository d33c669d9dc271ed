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
  if (isBadges(text)) return 'badges';
  if (isNavigation(text)) return 'navigation';
  if (isLicence(text)) return 'licence';
  return isAdvertisement(text) ? 'advertisement' : undefined;
}

/** Tags that hold nothing: `<br>`, `</div>`, `<p align="center">`, `&nbsp;`. */
function isEmptyHtml(line: string): boolean {
  return (
    /^(?:\s|<\/?(?:br|hr|div|p|center|a|b|details|summary|sub|sup|span|section)\b[^<>]*>|&nbsp;|\\)+$/i.test(
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
    !/[\p{L}\p{N}]/u.test(rest.replace(/<\/?(?:p|div|br|center|a)\b[^<>]*>/gi, ''))
  );
}

const navigationWords =
  /^\W*(?:(?:go |jump |scroll |return )?(?:back )?(?:to )?(?:the )?(?:top|index|contents?|table of contents?|questions?|home|main(?: page| menu)?|list|readme|start|toc)|(?:next|previous|prev|home|up|top|index)(?:\W+(?:question|page|chapter|section|part|topic)\b.{0,60})?|返回(?:顶部|目录)|回到顶部|volver(?: arriba| al índice)?|наверх|к (?:началу|оглавлению)|voltar ao topo|retour en haut|nach oben)\W*$/i;

/** Links that lead through the document rather than out of it. */
function isNavigation(text: string): boolean {
  if (!/\]\(|<a\b|\[\[/i.test(text)) return false;
  const parts = plainWithLinks(text)
    .split(/\s*(?:\||•|·|\/|&nbsp;|\n|—)\s*/)
    .filter((part) => /[\p{L}\p{N}⬆↑🔝🔼⏫←→⬅➡]/u.test(part));
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        navigationWords.test(part) ||
        !/[\p{L}\p{N}]/u.test(part) ||
        /^\W*(?:next|prev(?:ious)?)\b/i.test(part),
    )
  );
}

/** As `plainTitle`, but a link keeps its label whatever it says. */
function plainWithLinks(text: string): string {
  return plainTitle(text.replace(/\[\[?([^[\]]*)\]?\]\([^()]*\)/g, ' $1 ').replace(/\n/g, ' | '));
}

function isLicence(text: string): boolean {
  return /\b(?:licensed under|under the (?:MIT|Apache|GPL|BSD|CC|terms of)|(?:MIT|Apache|BSD|GPL|CC[- ]BY[\w-]*|creative commons)\b.{0,30}\blicen[cs]e|all rights reserved|copyright (?:\(c\)|©|\d{4}))|©\s*\d{4}/i.test(
    text,
  );
}

const selling =
  /\b(?:sponsor(?:ed|s)?\b|advert|subscribe|newsletter|discount|coupon|promo(?:\s?code|tion)?|buy me a coffee|ko-?fi|patreon|affiliate|join (?:our|my|the|us)|follow (?:me|us|on)|star (?:this|the|us|⭐)|give (?:it|us|this repo\w*) a (?:star|⭐)|leave a (?:star|⭐)|check (?:out|it out)|enroll|sign up|book (?:a|your) (?:call|session)|free trial|limited time|get (?:the|my|our) (?:book|course|e-?book)|download (?:the|our|my)|practice (?:these|more) (?:questions )?(?:on|at)|explore all|hire me|we(?:'| a)re hiring|connect with me|linkedin\.com\/in|youtube\.com\/(?:@|c\/|channel)|t\.me\/|discord\.gg|公众号|关注|扫码)/i;

/** It asks for something and links to it, in few words. */
function isAdvertisement(text: string): boolean {
  const hasLink = /\]\(|<a\b|<img|https?:\/\//i.test(text);
  return (
    (hasLink && selling.test(text) && text.length < 800) || /^\W*(?:⭐|🌟)[^\n]{0,120}\bstar\b/iu.test(text)
  );
}
