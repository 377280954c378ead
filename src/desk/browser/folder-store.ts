/** A folder of this machine that the author chose, as a place for texts (File System Access). */
import { say } from './dom.ts';
import { pictureOf, type HandedIn, type Store, type StoredText } from './store.ts';

type Picker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** What asks for a folder; only some browsers have it. */
export function folderPicker(): Picker | undefined {
  const found: unknown = Reflect.get(window, 'showDirectoryPicker');
  const isPicker = (value: unknown): value is Picker => typeof value === 'function';
  return isPicker(found) ? found.bind(window) : undefined;
}

const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';

async function* textsIn(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<StoredText> {
  for await (const handle of folder.values()) {
    const inside = `${path}/${handle.name}`;
    if (isFolder(handle)) yield* textsIn(handle, inside);
    else if (isFile(handle) && /\.(?:yaml|mdx)$/.test(handle.name))
      yield { file: inside, text: await (await handle.getFile()).text() };
  }
}

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writing.write(content);
  await writing.close();
}

/** The texts of a folder that holds `content`, read and written in place. */
export class FolderStore implements Store {
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async #content(): Promise<FileSystemDirectoryHandle> {
    return this.#root.getDirectoryHandle('content').catch(() => {
      throw new Error(say('noContent', { name: this.#root.name }));
    });
  }

  /** All texts of the folder, by the order of their files. @throws Error when it holds no content */
  async texts(): Promise<StoredText[]> {
    const all: StoredText[] = [];
    for await (const one of textsIn(await this.#content(), 'content')) all.push(one);
    return all.toSorted((one, other) => (one.file < other.file ? -1 : 1));
  }

  /** Writes a file, if it still says what the author began with. */
  async handIn(file: string, base: string, text: string, photo?: Uint8Array): Promise<HandedIn> {
    const { folder, name } = await this.#placeOf(file);
    // Made only after comparing: a refused text leaves no empty file where somebody took one away.
    const there = await folder.getFileHandle(name).catch(() => undefined);
    const now = there === undefined ? '' : await (await there.getFile()).text();
    if (now !== base) return { kind: 'changed', text: now };
    // The picture first: an entry without one would be a fault of the content.
    if (photo !== undefined) await write(folder, pictureOf(name), photo.slice());
    await write(folder, name, text);
    return { kind: 'saved' };
  }

  /** The folder of a file; where there is none, it is made or nothing is found. */
  async #placeOf(file: string, create = true): Promise<{ folder: FileSystemDirectoryHandle; name: string }> {
    const steps = file.split('/').slice(1);
    const name = steps.pop() ?? '';
    let folder = await this.#content();
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create });
    return { folder, name };
  }

  async photo(file: string): Promise<Uint8Array | undefined> {
    const there = await this.#placeOf(pictureOf(file), false)
      .then(({ folder, name }) => folder.getFileHandle(name))
      .catch(() => undefined);
    return there && new Uint8Array(await (await there.getFile()).arrayBuffer());
  }
}
