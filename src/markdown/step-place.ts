/**
 * Where a step happens: on a screen, on paper, in talk between people, or by hand without a screen. Told by
 * the first word of its title, which is a verb, by a drawn screen in it and by what its words say is touched;
 * the author may say it (`on`), and the gate refuses what the words contradict.
 */
import verbs from '../domain/step-verbs.json' with { type: 'json' };
import { showsScreen } from '../domain/picture-names.ts';
import { blockLines } from './lines.ts';
import type { Block } from './tree.ts';

export const stepPlaces = ['screen', 'paper', 'talk', 'hand'] as const;
export type StepPlace = (typeof stepPlaces)[number];

/** Verbs that can only be done in one place; a title begins with one of them. */
const plainVerbs: Readonly<Record<StepPlace, readonly string[]>> = verbs;
/** Words that only a step on a screen has: something on it is touched or typed. */
const onScreen =
  /(?:^|[^\p{L}])(?:chạm|bấm|gõ|vuốt|gạt|rê|đăng nhập|đăng xuất|màn hình|ứng dụng|ô tìm|mật khẩu|trang)(?![\p{L}])/iu;
const onPaper = /(?:^|[^\p{L}])(?:giấy|sổ|bút|tờ|biên bản|chữ ký)(?![\p{L}])/iu;
const inTalk = /(?:^|[^\p{L}])(?:hỏi|nói|kể|gọi|báo)(?![\p{L}])/iu;

const isOf = (title: string, verb: string): boolean =>
  title.startsWith(verb) && !/\p{L}/u.test(title.charAt(verb.length));

/** The place that the first words of a title leave no doubt of, the longest verb counting. */
function plainPlace(title: string): StepPlace | undefined {
  const low = title.toLowerCase();
  return stepPlaces
    .flatMap((place) => plainVerbs[place].map((verb) => ({ place, verb })))
    .filter(({ verb }) => isOf(low, verb))
    .sort((one, other) => other.verb.length - one.verb.length)[0]?.place;
}

/** What a step looks like to somebody who decides where it happens. */
interface Told {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Whether a picture in the step shows a screen in use. */
const showsOne = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'picture' && showsScreen(block.picture.name));

/** Where a step happens, by its drawn screen, its verb, its picture and its words, in this order. */
export function placeByWords({ title, blocks }: Told): StepPlace {
  if (blocks.some(({ kind }) => kind === 'screen')) return 'screen';
  const plain = plainPlace(title);
  if (plain !== undefined) return plain;
  if (showsOne(blocks)) return 'screen';
  const text = [title, ...blockLines(blocks).map((line) => line.text)].join(' ');
  if (onScreen.test(text)) return 'screen';
  if (onPaper.test(text)) return 'paper';
  return inTalk.test(text) ? 'talk' : 'hand';
}

const signsOf = { screen: onScreen, paper: onPaper, talk: inTalk };

/**
 * Whether what the author says goes against the words: a drawn screen, or a verb that is done in one
 * place only
 * while nothing else in the step speaks for the place that is named.
 */
export function contradicts(step: Told, on: StepPlace): boolean {
  if (step.blocks.some(({ kind }) => kind === 'screen')) return on !== 'screen';
  const plain = plainPlace(step.title);
  if (plain === undefined || plain === on) return false;
  if (plain === 'screen' || on === 'hand') return true;
  if (on === 'screen' && showsOne(step.blocks)) return false;
  const text = blockLines(step.blocks).map((line) => line.text);
  return !signsOf[on].test([step.title, ...text].join(' '));
}
