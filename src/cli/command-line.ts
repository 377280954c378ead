/**
 * What was typed after a command, read in one way by all of them: a word that the command does not know stops
 * it before it does anything, with the nearest one that it knows.
 */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { exitCodes, Refusal } from '../release/refusal.ts';
import { nearest } from '../vietnamese/text.ts';

/** What a command takes besides its options. */
interface Taken {
  /** How many words that are no options; none unless told. */
  readonly words?: number;
  /** How the command is written, told with every fault. */
  readonly usage?: string;
  /** Names of options that commands give each other; nobody types them. */
  readonly inner?: readonly string[];
  readonly args?: readonly string[];
}

/** What was wrong, in Vietnamese; undefined when nothing was. */
function faultOf(
  args: string[],
  options: ParseArgsOptionsConfig,
  { words = 0, inner = [] }: Taken,
): string | undefined {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const allowed = Object.keys(options).flatMap((name) => (inner.includes(name) ? [] : `--${name}`));
  const others =
    allowed.length === 0 ? 'Lệnh này không có lựa chọn nào.' : `Dùng được: ${allowed.join(', ')}.`;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    const like = nearest(rawName, allowed);
    if (type === undefined)
      return `Không có lựa chọn “${rawName}”.${like === undefined ? '' : ` Có phải “${like}”?`} ${others}`;
    // What follows is the next option, not the value.
    if (type === 'string' && (value === undefined || (!inlineValue && value.startsWith('--'))))
      return `Sau “${rawName}” còn thiếu chữ: viết ${rawName} rồi tới điều muốn ghi.`;
    if (type === 'boolean' && value !== undefined)
      return `“${rawName}” viết một mình, không có dấu = theo sau.`;
  }
  const over = tokens.filter(({ kind }) => kind === 'positional')[words];
  return over?.kind === 'positional' ? `Lệnh này không nhận chữ “${over.value}”. ${others}` : undefined;
}

/**
 * Options and words of a command line.
 * @throws Refusal `usage` that names what the command does not take
 */
export function readCommandLine<const O extends ParseArgsOptionsConfig>(options: O, taken: Taken = {}) {
  const args = [...(taken.args ?? process.argv.slice(2))];
  const fault = faultOf(args, options, taken);
  if (fault !== undefined)
    throw new Refusal('usage', taken.usage === undefined ? fault : `${fault}\n${taken.usage}`);
  return parseArgs({ args, options, allowPositionals: true });
}

/** The same for a command that has nothing to clean up: says what is wrong and ends with 2. */
export function typed<const O extends ParseArgsOptionsConfig>(options: O, taken: Taken = {}) {
  try {
    return readCommandLine(options, taken);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}`);
    process.exit(exitCodes.usage);
  }
}
