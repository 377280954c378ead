/** What readers read of a rule: its figures, its texts, its sentence. */

/** `2027-01-31` as it is read: 31/1/2027. Rules are those of Vietnam, and written in Vietnamese. */
const dayWords = (day: string): string => day.split('-').reverse().map(Number).join('/');

/** A figure by its kind; `schemas/rule.ts` says what each holds. */
type RuleValue =
  | { readonly money: number }
  | { readonly age: number }
  | { readonly count: number; readonly unit: string }
  | { readonly share: number }
  | { readonly on: string }
  | { readonly yearly: string };

/** A legal text, as far as a sentence names it. */
interface NamedText {
  readonly name: string;
  readonly number?: string | undefined;
  readonly article?: string | undefined;
}

/** A rule, as far as it is read. */
interface WordedRule {
  readonly says: string;
  readonly values: Readonly<Record<string, RuleValue>>;
  readonly texts: readonly NamedText[];
}

/** Names that are not free for values: what a rule says of its legal text. */
export const textParts = ['van-ban', 'dieu'] as const;

/** A number as Vietnamese prints it: comma for the decimals, dot between thousands. */
function numberWords(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

function moneyWords(amount: number): string {
  if (amount >= 1e9 && amount % 1e7 === 0) return `${numberWords(amount / 1e9)} tỷ đồng`;
  if (amount >= 1e6 && amount % 1e5 === 0) return `${numberWords(amount / 1e6)} triệu đồng`;
  return `${numberWords(amount)} đồng`;
}

/** A figure as readers read it. Days come without the word “ngày”, shares with the sign. */
export function valueWords(value: RuleValue): string {
  if ('money' in value) return moneyWords(value.money);
  if ('age' in value) return `${value.age} tuổi`;
  if ('count' in value) return `${numberWords(value.count)} ${value.unit}`;
  if ('share' in value) return `${numberWords(value.share)}%`;
  if ('on' in value) return dayWords(value.on);
  const [month, dayOfMonth] = value.yearly.split('-').map(Number);
  return `${dayOfMonth}/${month}`;
}

/** A legal text as a sentence names it. Laws go by their name, everything else by name and number. */
const textWords = ({ name, number }: NamedText): string =>
  number === undefined || /^(Bộ luật|Luật) \S+ \S/u.test(name) ? name : `${name} ${number}`;

/** Where a rule stands in its text: “Điều 10 Nghị quyết 198/2025/QH15”. */
export const placeWords = (text: NamedText): string =>
  text.article === undefined ? textWords(text) : `${text.article} ${textWords(text)}`;

/** The whole rule in one sentence, with its figures. */
export const ruleSentence = ({ says, values }: WordedRule): string =>
  says.replace(/\{([a-z0-9-]+)\}/g, (open, name: string) => {
    const value = values[name];
    return value === undefined ? open : valueWords(value);
  });

/** What a part of a rule prints; without a part its first figure. `undefined` when it has no such part. */
export function partWords(rule: WordedRule, part?: string): string | undefined {
  const [text] = rule.texts;
  if (part === 'van-ban') return text && textWords(text);
  if (part === 'dieu') return text?.article === undefined ? undefined : placeWords(text);
  const value = part === undefined ? Object.values(rule.values)[0] : rule.values[part];
  return value && valueWords(value);
}

/** Every part that a rule can print. */
export const partsOf = (rule: WordedRule): string[] => [
  ...Object.keys(rule.values),
  ...textParts.filter((part) => partWords(rule, part) !== undefined),
];
