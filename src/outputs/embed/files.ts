/**
 * The oEmbed answer of each guide, one file each because a static host cannot answer a question, and the
 * script of frames.
 */
import { oembedAddress, pages } from '../../domain/address.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import type { HandbookFile } from '../output.ts';
import { frameScript, oembed } from './embed.ts';

export const files = (handbook: Handbook): HandbookFile[] => [
  // Under one name for ever: frames pasted years ago load it.
  { address: pages.frameScript, type: 'text/javascript', content: () => `${frameScript}\n` },
  ...handbook.guides.map((guide) => ({
    address: oembedAddress(guide.data.number),
    type: 'application/json',
    content: () => JSON.stringify(oembed(guide, handbook.site)),
  })),
];
