/** What the offline worker keeps after the first visit, without being asked. */
import { pages } from '../../domain/address.ts';
import { notKeptAddress, urgentMark } from './runtime/format.ts';
import type { FinishedSite } from './finished-site.ts';

/** Pages kept for everybody, beside the guide that says what to do when one was cheated. */
export const urgentPages = [pages.calls, notKeptAddress];

/**
 * The letters of one mode, which weigh more than the pages; what forms do for readers who keep something;
 * what plays sound, which an emergency copy does not hold; the way out of an application's own window,
 * which needs a network; what copies and sends on, without which a button says that the address beside it
 * is copied by hand.
 */
export const notUrgent =
  /^\/phong-chu\/|(?:on-pages|open-in-browser|sound-reader|copy|clipboard)[\w.-]+\.js$/;

/** Address of that guide, if the edition has it: the page for what is not kept links to it. */
export const urgentGuide = (site: FinishedSite): string | undefined =>
  new RegExp(`<a\\b(?=[^>]*\\s${urgentMark}\\b)[^>]*\\shref="([^"]+)"`).exec(
    site.read(notKeptAddress).toString(),
  )?.[1];
