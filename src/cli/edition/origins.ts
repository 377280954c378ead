/** What a command says about files of the view, in the names that their author can open. */
import type { Mounted } from './mount.ts';

/** Turns the names in a line. A file of the handbook keeps its name; it lies there by it. */
export function namer({ files }: Pick<Mounted, 'files'>): (line: string) => string {
  return (line) =>
    line.replace(/content\/[\w./-]*\w/g, (inside, at: number) => {
      const found = files.get(inside);
      // Not inside a longer path, which names another file.
      return found === undefined || found.from === 'base' || /[\w/-]$/.test(line.slice(0, at))
        ? inside
        : found.origin;
    });
}

/** Hands on what a command says, line by line, each turned. */
export function byLine(write: (text: string) => void, turn: (line: string) => string) {
  let rest = '';
  return {
    take: (chunk: string): void => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) write(`${lines.map(turn).join('\n')}\n`);
    },
    end: (): void => {
      if (rest !== '') write(turn(rest));
      rest = '';
    },
  };
}
