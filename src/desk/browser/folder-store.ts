/** A folder of this machine that the author chose, as a place for texts (File System Access). */
import { say } from './dom.ts';
import type { HandedIn, Store, StoredText } from './store.ts';

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
  async handIn(file: string, base: string, text: string): Promise<HandedIn> {
    const steps = file.split('/').slice(1);
    const name = steps.pop() ?? '';
    let folder = await this.#content();
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    // Made only after comparing: a refused text leaves no empty file where somebody took one away.
    const there = await folder.getFileHandle(name).catch(() => undefined);
    const now = there === undefined ? '' : await (await there.getFile()).text();
    if (now !== base) return { kind: 'changed', text: now };
    const handle = there ?? (await folder.getFileHandle(name, { create: true }));
    const writing = await handle.createWritable();
    await writing.write(text);
    await writing.close();
    return { kind: 'saved' };
  }
}
