/** Where the texts of the desk come from and where they are handed in. */
import type { DeskStart } from '../form-kinds.ts';
import type { AskGate } from './ask-gate.ts';

/** What came of handing in. */
export type HandedIn =
  | { readonly kind: 'saved' }
  /** Somebody else saved the file meanwhile; `text` is what stands there now. */
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

/** A text of the content and its file. */
export interface StoredText {
  readonly file: string;
  readonly text: string;
}

/** A place that keeps texts: the server of the desk, a folder of this machine, a git server. */
export interface Store {
  /** All texts; undefined when they came with the page. */
  texts?(): Promise<readonly StoredText[]>;
  /**
   * Saves a text and, of a photo, its picture, if the file still has the text that the author began with;
   * empty: the file is new.
   */
  handIn(file: string, base: string, text: string, photo?: Uint8Array): Promise<HandedIn>;
  /** The picture of an entry of `content/photos`; undefined when there is none. */
  photo(file: string): Promise<Uint8Array | undefined>;
  /** Words of its own for the desk: what handing in is called here. */
  readonly words?: Readonly<Record<string, string>>;
  /** What stands above the list of entries. */
  above?(): HTMLElement[];
  /** A page of its own at an address of the desk; undefined for addresses of entries. */
  page?(address: string, start: DeskStart, gate: AskGate): Promise<HTMLElement[]> | undefined;
}

let store: Store | undefined;
/** The place that the desk works with from now on. */
export const useStore = (given: Store): void => {
  store = given;
};

/** Hands a text in. */
export async function handIn(
  file: string,
  base: string,
  text: string,
  photo?: Uint8Array,
): Promise<HandedIn> {
  if (store === undefined) throw new Error('the desk has no place to save to');
  try {
    return await store.handIn(file, base, text, photo);
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}

/** The picture of an entry of `content/photos`, or why there is none to show. */
export const storedPhoto = (file: string): Promise<Uint8Array | undefined> =>
  store?.photo(file) ?? Promise.resolve(undefined);

/** Where the picture of an entry stands. */
export const pictureOf = (file: string): string => file.replace(/\.yaml$/, '.jpg');
