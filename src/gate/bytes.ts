/** Ring 0 of the checks: bytes and names of a content file, before anything parses it. Pure. */
import type { Problem } from '../domain/problem.ts';
import { bidi, codeName, control } from '../vietnamese/hidden-characters.ts';
import { mostKilobytes } from './faults/files.ts';
import { fault, problemAt, type Fault } from './faults.ts';
import { letterFaults } from './rules/letters.ts';

/**
 * Largest content file, in bytes. The longest guide has some 20 kilobytes; a parser given much more takes
 * seconds and hundreds of megabytes.
 */
export const maxBytes = mostKilobytes * 1024;

/** Names that Windows keeps for itself, whatever the extension: nobody could check the content out there. */
const windowsName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Line and column of a place in a text, both from 1. */
function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - (before.lastIndexOf('\n') + 1) + 1 };
}

const at = (file: string, text: string, index: number, found: Fault): Problem =>
  problemAt(file, found, placeIn(text, index));

/** The fault of a file of so many bytes. */
export const tooBig = (file: string, bytes: number): Problem =>
  problemAt(file, fault('too-big', { kilobytes: Math.ceil(bytes / 1024) }));

/** What was read of a file. `text` is absent when it cannot be read on. */
export interface ReadText {
  readonly text?: string;
  readonly problems: Problem[];
}

/** Decodes a content file and lists what is wrong with its bytes. */
export function readBytes(file: string, bytes: Uint8Array): ReadText {
  if (bytes.length === 0) return { problems: [problemAt(file, fault('empty-file'))] };
  if (bytes.length > maxBytes) return { problems: [tooBig(file, bytes.length)] };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { problems: [problemAt(file, fault('bom'), { line: 1, column: 1 })] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const good = new TextDecoder('utf-8').decode(bytes);
    return { problems: [at(file, good, Math.max(0, good.indexOf('\uFFFD')), fault('not-utf8'))] };
  }
  const problems = lineEndFaults(file, text);
  const lines = text.replace(/\r\n?/g, '\n');
  problems.push(...characterFaults(file, lines));
  const conflict = lines.search(/^(<{7} |={7}$|>{7} )/m);
  // Two versions of a text at once parse as neither.
  if (conflict >= 0) return { problems: [...problems, at(file, lines, conflict, fault('conflict'))] };
  // Letters of two parts have been told: everything after counts and compares whole ones.
  return { text: lines.normalize('NFC'), problems };
}

function lineEndFaults(file: string, text: string): Problem[] {
  const index = text.search(/\r(?!\n)/);
  return index < 0 ? [] : [at(file, text, index, fault('line-ends'))];
}

/** Letters that are not what they look like, line by line. */
function lineFaults(file: string, text: string): Problem[] {
  return text
    .split('\n')
    .flatMap((words, row) =>
      letterFaults(words).map(({ index, fault: found }) =>
        problemAt(file, found, { line: row + 1, column: index + 1 }),
      ),
    );
}

/** Letters of two parts, and characters that nobody sees. */
function characterFaults(file: string, text: string): Problem[] {
  const composed = text.normalize('NFC');
  const problems = lineFaults(file, composed);
  if (composed !== text) {
    let index = 0;
    while (text[index] === composed[index]) index++;
    const around = text.slice(Math.max(0, index - 8), index + 8).replace(/\n/g, ' ');
    problems.push(at(file, text, index, fault('not-nfc', { around })));
  }
  const turned = text.search(bidi);
  if (turned >= 0) problems.push(at(file, text, turned, fault('bidi')));
  // U+00AD is a letter of the old font that has been told.
  const told = new Set(problems.filter(({ rule }) => rule === 'old-font').map(({ line }) => line));
  const plainText = text
    .split('\n')
    .map((line, index) => (told.has(index + 1) ? line.replaceAll('\u00AD', '-') : line))
    .join('\n');
  const hidden = plainText.search(control);
  if (hidden >= 0)
    problems.push(at(file, text, hidden, fault('control', { code: codeName(text, hidden), how: 'typed' })));
  return problems;
}

/** What is wrong with a file's path inside `content/`, or undefined. Ids and addresses come from it. */
export function nameProblem(file: string, inside: string): Problem | undefined {
  const parts = inside.split('/');
  const name = parts.at(-1) ?? '';
  const bare = (part: string): string => part.replace(/\.(yaml|mdx)$/, '');
  const bad = parts
    .map((part, index) => (index === parts.length - 1 ? bare(part) : part))
    .find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
  const windows = parts.find((part) => windowsName.test(bare(part)));
  if (!/\.(yaml|mdx)$/.test(name)) return problemAt(file, fault('file-name', { why: 'type', name }));
  if (name.length > 100) return problemAt(file, fault('file-name', { why: 'length', name }));
  if (bad !== undefined) return problemAt(file, fault('file-name', { why: 'letters', name: bad }));
  if (windows !== undefined) return problemAt(file, fault('file-name', { why: 'windows', name: windows }));
  return undefined;
}
