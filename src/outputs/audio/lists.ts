/** What stands beside the sounds: their words with times, a list, a feed, scripts to record from. Pure. */
import type { Track } from '../../books/sound/guide-sound.ts';
import type { Slot } from '../../books/sound/slots.ts';
import { absolute, numberAddress, pages } from '../../domain/address.ts';
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

const nameOf = ({ guide: { data }, machine }: Track): string =>
  `${t('guide.number')} ${data.number}. ${data.title}${machine ? ` (${t('audio.machine')})` : ''}`;
/** Whole seconds to its last word. */
const secondsOf = ({ cues }: Track): number => Math.ceil(cues.at(-1)?.to ?? 0);
const fileOf = ({ guide }: Track): string => `${guide.data.number}.mp3`;

const two = (count: number): string => String(count).padStart(2, '0');
function clock(seconds: number): string {
  const millis = Math.round(seconds * 1000);
  const whole = Math.floor(millis / 1000);
  const rest = String(millis % 1000).padStart(3, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${rest}`;
}
/** Words of a cue: what would be markup there is written out. */
const cueWords = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** WebVTT; the first cue of each part of the guide bears its name, for the player of the page. */
export function subtitles(track: Track): string {
  const begun = new Set<string>();
  const name = (from: number): string => {
    const part = track.chapters.find((chapter) => chapter.from <= from && from < chapter.to)?.part;
    if (part === undefined || begun.has(part)) return '';
    begun.add(part);
    return `${part}\n`;
  };
  return [
    `WEBVTT\n\nNOTE ${nameOf(track).replaceAll('-->', '→')}`,
    ...track.cues.map(
      ({ from, to, text }) => `${name(from)}${clock(from)} --> ${clock(to)}\n${cueWords(text)}`,
    ),
    '',
  ].join('\n\n');
}

/** A list for players of music. */
export const playlist = (tracks: readonly Track[]): string =>
  [
    '#EXTM3U',
    ...tracks.flatMap((track) => [`#EXTINF:${secondsOf(track)},${nameOf(track)}`, fileOf(track)]),
    '',
  ].join('\n');

const itunes = 'http://www.itunes.com/dtds/podcast-1.0.dtd';

/** Where sounds stand in a site that offers them. */
const folder = '/tai-ve/am-thanh/';

/** A feed for players of podcasts: RSS 2.0. */
export function feed(tracks: readonly Track[], { site }: Handbook): string {
  const at = (address: string): string => absolute(site.url, address);
  const item = (track: Track): XmlElement => {
    const { data } = track.guide;
    const url = at(`${folder}${fileOf(track)}`);
    return element(
      'item',
      {},
      element('title', {}, nameOf(track)),
      element('link', {}, at(track.guide.address)),
      element('guid', { isPermaLink: 'false' }, `${at(numberAddress(data.number))}#am-thanh`),
      element('pubDate', {}, new Date(`${data.checked}T00:00:00+07:00`).toUTCString()),
      element('description', {}, data.summary),
      element('enclosure', { url, length: track.sound.length, type: 'audio/mpeg' }),
      element('itunes:duration', {}, String(secondsOf(track))),
    );
  };
  return xmlDocument(
    element(
      'rss',
      { version: '2.0', 'xmlns:itunes': itunes },
      element(
        'channel',
        {},
        element('title', {}, t('audio.feed', { name: site.name })),
        element('link', {}, at(pages.home)),
        element('language', {}, 'vi'),
        element('description', {}, `${site.tagline}. ${site.edition}. ${site.owner}.`),
        element('itunes:explicit', {}, 'false'),
        ...tracks.map(item),
      ),
    ),
  );
}

/** What somebody reads into a microphone, part by part, with the marks that a recording names. */
export function scriptText({ data }: Guide, all: readonly Slot[]): string {
  return [
    t('audio.script', { n: data.number, title: data.title }),
    t('audio.scriptHow'),
    ...all.map(({ part, words, lines }) =>
      [t('audio.scriptPart', { part, words }), ...lines.map(({ say }) => `– ${say}`)].join('\n'),
    ),
    '',
  ].join('\n\n');
}
