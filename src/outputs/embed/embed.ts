/**
 * What editors of other sites paste: frames, a listener for their height, and the oEmbed answer that says the
 * same to machines.
 */
import { absolute, embedAddress, pages, socialImageAddress } from '../../domain/address.ts';
import { offers } from '../../domain/offers.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

/** A frame's height in CSS pixels before it is told another: a title, a step and a half on a phone. */
const frameHeight = 640;
/** Room that the content needs at least, in CSS pixels. */
export const leastWidth = 240;

/**
 * What a frame may do in the page around it: open the full guide in a tab of its own, call a number, tell its
 * height. It gets no origin,
 * so it cannot store anything, and it cannot lead the page around it anywhere.
 */
const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

const escape = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The frame as text to paste. Width by attribute, because many editors throw style away; `title` says to a
 * screen reader what is in it.
 */
export function frameCode(address: string, title: string): string {
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${frameHeight}" loading="lazy" sandbox="${sandbox}" referrerpolicy="no-referrer" style="border:0"></iframe>`;
}

/** What the frame of a guide is called. */
export const frameTitle = (guide: Guide, site: Handbook['site']): string =>
  t('embed.frameTitle', { n: guide.data.number, title: guide.data.title, site: site.name });

/** The frame of a guide. */
export const guideFrame = (guide: Guide, site: Handbook['site']): string =>
  frameCode(absolute(site.url, embedAddress(guide.data.number)), frameTitle(guide, site));

/**
 * Runs inside the frame and tells the page around it the height of the content, nothing else. A classic
 * script, because a frame without
 * an origin may not load modules from a host that says nothing about sharing. To anyone (`*`): whoever frames
 * it knows the address already,
 * and a height is no secret.
 */
export const frameScript =
  '(function(){var p=parent,d=document.documentElement,h;if(p===window||!window.ResizeObserver)return;' +
  'new ResizeObserver(function(){var n=Math.ceil(d.getBoundingClientRect().height);if(n!==h)p.postMessage({soTaySoHeight:h=n},"*")}).observe(d)})()';

/**
 * The listener for the page around it, as text to paste. It believes a frame only after finding the very
 * frame that speaks among those
 * of this handbook, and takes nothing but a whole number within reason.
 */
export function heightCode(base: string): string {
  return `<script>
addEventListener('message', function (event) {
  var height = event.data && event.data.soTaySoHeight;
  if (!Number.isInteger(height) || height < 100 || height > 30000) return;
  document.querySelectorAll('iframe[src^="${absolute(base, pages.embedding)}"]').forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.height = height;
  });
});
</script>`;
}

/**
 * oEmbed 1.0 answer, type `rich`: a guide is no picture and no film, and `link` would give the asker nothing
 * to show. The file is
 * static, so it cannot heed `maxwidth`; therefore it names a width that every asker has, and the frame fills
 * what there is.
 */
export function oembed(guide: Guide, site: Handbook['site']): object {
  return {
    version: '1.0',
    type: 'rich',
    title: `${guide.data.title} (${t('guide.number').toLowerCase()} ${guide.data.number})`,
    author_name: site.owner,
    provider_name: site.name,
    provider_url: absolute(site.url, '/'),
    cache_age: 86_400,
    ...(offers('social-images')
      ? {
          thumbnail_url: absolute(site.url, socialImageAddress(guide.data.number)),
          thumbnail_width: 1200,
          thumbnail_height: 630,
        }
      : {}),
    width: leastWidth,
    height: frameHeight,
    html: guideFrame(guide, site),
  };
}
