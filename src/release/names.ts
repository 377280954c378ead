/** What a file's name promises, and how it is compressed. */
import { constants, type BrotliOptions } from 'node:zlib';

/**
 * The name changes whenever the content does, so the file may be cached for ever, and an older page still
 * asks for the older name.
 */
export function hashedName(file: string): boolean {
  return (
    /^(?:_astro\/|pagefind\/(?:fragment|index|filter)\/|ngoai-tuyen\/kho\/)/.test(file) ||
    file.endsWith('.pf_meta')
  );
}

/** A compressed twin beside the file that it stands for. */
export const isTwin = (file: string): boolean => /\.(?:br|gz|dcb)$/.test(file);

/** Text that is worth compressing. The parts of the search index are compressed already. */
export const compressible = (file: string): boolean =>
  /\.(?:html|css|js|mjs|json|svg|txt|xml|ics|webmanifest|nginx|csv|md|vtt|atom|rss)$/.test(file);

/** Brotli at its strongest, for so many bytes. */
export const strongest = (bytes: number): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes },
});
