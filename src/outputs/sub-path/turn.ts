/**
 * One turn of the addresses in a finished file: to where it is served under a path, or back to the root. All
 * of the site is written as if it stood at the root of its host; this is the one place that knows better.
 */

/** Which texts are addresses of the site, and what each becomes. */
export interface Turn {
  /** Whether a text begins with an address of the site. Of `/` alone its place must tell. */
  readonly fits: (text: string) => boolean;
  /** The address as it shall be. */
  readonly turned: (address: string) => string;
}

/**
 * An address as code and data of the site hold them: a folder or a file in small letters. Keys of the
 * offline store (`/_h/…`) are none.
 */
const shape = /^\/(?:_astro\/|[a-z\d][a-z\d-]*(?:\/|\.[a-z\d]+$))/;

/** From the root of a host to `path`: `/83/` → `/so-tay/83/`. */
export const under = (path: string): Turn => ({
  fits: (text) => shape.test(text),
  turned: (address) => `${path}${address}`,
});

/** The way back: `/so-tay/83/` → `/83/`. */
export const atRoot = (path: string): Turn => ({
  fits: (text) => text.startsWith(`${path}/`),
  turned: (address) => (address.startsWith(`${path}/`) ? address.slice(path.length) : address),
});
