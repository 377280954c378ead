/** Files that the edition offers, as `npm run export` made them. */
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { offeredOf } from './offered.ts';

const types: Readonly<Record<string, string>> = {
  epub: 'application/epub+zip',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  vtt: 'text/vtt; charset=utf-8',
  m3u8: 'audio/x-mpegurl; charset=utf-8',
  xml: 'application/rss+xml; charset=utf-8',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** Each address once: two parts of one form may share files. */
export const files = (handbook: Handbook): HandbookFile[] => {
  const all = offeredOf(handbook).flatMap(({ files: tapped, beside }) => [...tapped, ...beside]);
  return [...new Map(all.map((file) => [file.address, file])).values()].map(({ address, content }) => ({
    address,
    type: types[address.slice(address.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    content,
  }));
};
