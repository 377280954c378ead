/**
 * A photo as bytes: its size in pixels, and what it carries besides the picture. A camera writes where and
 * when it was taken, by which telephone, often a second small picture; none of it may be published. Pure.
 */
import { photoLimits, type PhotoData } from '../schemas/photo.ts';
import { fault, type Fault } from './faults.ts';

interface Jpeg {
  readonly width: number;
  readonly height: number;
  /** Names of what is hidden in it, for people. */
  readonly hidden: readonly string[];
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 400));
/** The tag of a block of places, in either order of bytes. */
const places = /\x88\x25\x00\x04|\x25\x88\x04\x00/;
/** What an application segment holds; undefined for what every picture may have. */
function hiddenIn(marker: number, segment: Uint8Array): readonly string[] {
  const text = latin(segment);
  if (marker === 0xe0 && text.startsWith('JFIF\0') && segment[12] === 0 && segment[13] === 0) return [];
  if (marker === 0xe2 && text.startsWith('ICC_PROFILE\0')) return [];
  if (marker === 0xee && text.startsWith('Adobe')) return [];
  if (text.startsWith('Exif\0')) return ['EXIF', ...(places.test(text) ? ['nơi chụp (GPS)'] : [])];
  if (text.startsWith('http://ns.adobe.com/')) return ['XMP'];
  if (marker === 0xed) return ['IPTC'];
  return [marker === 0xfe ? 'ghi chú' : `khối APP${marker - 0xe0}`];
}

/** Reads a JPEG file; undefined for anything else, and for one that is cut short. */
export function readJpeg(bytes: Uint8Array): Jpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const hidden: string[] = [];
  let size: Omit<Jpeg, 'hidden'> | undefined;
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  for (let at = 2; at < bytes.length;) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker === 0xff) at++;
    else if (marker === 0xd9) {
      if (at + 2 < bytes.length) hidden.push('dữ liệu sau ảnh');
      return size && { ...size, hidden: [...new Set(hidden)] };
    } else if (marker < 0xc0) return undefined;
    else {
      const length = word(at + 2);
      const segment = bytes.subarray(at + 4, at + 2 + length);
      if (marker >= 0xe0 && marker <= 0xef) hidden.push(...hiddenIn(marker, segment));
      if (marker === 0xfe) hidden.push(...hiddenIn(marker, segment));
      if (marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
        size = { height: word(at + 5), width: word(at + 7) };
      at += 2 + length;
      // The picture itself follows a scan header: up to a marker that is no stuffed byte and no restart.
      if (marker === 0xda)
        while (at < bytes.length && !(bytes[at] === 0xff && !isFilling(bytes[at + 1] ?? 0))) at++;
    }
  }
  return undefined;
}

const isFilling = (byte: number): boolean => byte === 0 || byte === 0xff || (byte >= 0xd0 && byte <= 0xd7);

/** What is wrong with a photo; `written` is the size that its entry tells. */
export function photoFaults(
  file: string,
  bytes: Uint8Array,
  written?: Pick<PhotoData, 'width' | 'height'>,
): Fault[] {
  const read = readJpeg(bytes);
  if (read === undefined) return [fault('photo', { why: 'kind', what: file })];
  const size = `${read.width} × ${read.height}`;
  return [
    ...(read.hidden.length > 0 ? [fault('photo', { why: 'hidden', what: read.hidden.join(', ') })] : []),
    ...(bytes.length > photoLimits.bytes
      ? [fault('photo', { why: 'heavy', what: String(bytes.length) })]
      : []),
    ...(Math.max(read.width, read.height) > photoLimits.side
      ? [fault('photo', { why: 'large', what: size })]
      : written && (written.width !== read.width || written.height !== read.height)
        ? [fault('photo', { why: 'size', what: size })]
        : []),
  ];
}
