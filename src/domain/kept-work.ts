/** Work that need not be done twice: what came of it is known by all that it read. */
export interface KeptWork {
  /**
   * What `make` answers, which JSON must be able to hold. It may use nothing but `read`, code, words and
   * settings: with the same of these it is not asked again. `is` knows its answers from others.
   */
  again<T>(
    name: string,
    read: readonly (string | Uint8Array)[],
    make: () => T,
    is: (value: unknown) => value is T,
  ): T;
  /** Lays a file into a site when the site before had the same at its place; whether it did. */
  laid(site: string, file: string, bytes: Uint8Array): boolean;
  /**
   * Keeps what was made or taken over; what nobody asked for is forgotten. Says when something that would
   * have been taken over came out otherwise.
   */
  end(say: (line: string) => void): void;
}

/** Does all work. */
export const eachAnew: KeptWork = { again: (_, __, make) => make(), laid: () => false, end: () => undefined };
