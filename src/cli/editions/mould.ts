/**
 * Editions that differ in nothing but their own texts are made from one mould: an edition with marks in the
 * place of these texts. What else its settings say is its shape; each shape has a mould of its own.
 */
import { contactLength, printedAddress, usualLength } from '../../books/nominal.ts';

/** Settings as an edition writes them. */
export type Settings = Readonly<Record<string, unknown>>;

const siteFields = ['name', 'edition', 'place', 'owner', 'feedback'] as const;
const contactFields = ['name', 'area', 'where', 'use'] as const;

/** Texts of an edition by the name of their slot: `name`, `address`, `0.phone`. */
export type Slots = ReadonlyMap<string, string>;

/** Syllables that stand nowhere together. */
const rare = ['ngoe', 'quạu', 'toè', 'khoèo', 'ngoéo', 'xoẹt', 'nguây', 'choẹt', 'loẹt', 'khuỷu'];
/**
 * What the slots of a mould hold: no content has it, and it is shorter than any stand-in. The figure is said
 * otherwise than written, the second large letter tells a name from its small form.
 */
const markOf = (at: number): string => `Ngoằn ${rare[Math.floor(at / 10)] ?? ''} Ng${rare[at % 10] ?? ''} 7`;
const markedAddress = ({ official }: Settings): string =>
  `nghoanh-khuyu-ngoan.${official === true ? 'gov.vn' : 'example'}`;
const markedPhone = (at: number): string => `0999 ${String(at).padStart(3, '0')} 8887`;

/** Contacts for which there are marks. */
const mostContacts = 23;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const contactsOf = ({ contacts }: Settings): Record<string, unknown>[] =>
  Array.isArray(contacts) ? contacts.filter(isRecord) : [];

/** The texts of an edition that a mould leaves open. */
export function slotsOf(settings: Settings): Map<string, string> {
  const slots = new Map<string, string>();
  const put = (slot: string, value: unknown): void => {
    if (typeof value === 'string') slots.set(slot, value);
  };
  for (const field of siteFields) put(field, settings[field]);
  if (typeof settings.url === 'string') put('address', printedAddress(settings.url));
  contactsOf(settings).forEach((contact, at) => {
    for (const field of [...contactFields, 'phone']) put(`${at}.${field}`, contact[field]);
  });
  return slots;
}

const markOfContact = (at: number): number => siteFields.length + at * contactFields.length;
const sameUse =
  (contact: Record<string, unknown>) =>
  (other: Record<string, unknown>): boolean =>
    other.id === contact.id && other.use === contact.use;

/** The settings of the mould: all that makes the shape, with marks for what is left open. */
export function mouldOf(settings: Settings): Settings {
  const mark = (record: Record<string, unknown>, fields: readonly string[], first: number) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        fields.includes(key) && typeof value === 'string' ? markOf(first + fields.indexOf(key)) : value,
      ]),
    );
  return {
    ...mark(settings, siteFields, 0),
    url: `https://${markedAddress(settings)}`,
    contacts: contactsOf(settings).map((contact, at, all) => ({
      ...mark(contact, contactFields, markOfContact(at)),
      // What people of one role are called for is told once, so the same words are one mark.
      ...(typeof contact.use === 'string'
        ? mark({ use: contact.use }, contactFields, markOfContact(all.findIndex(sameUse(contact))))
        : {}),
      ...(contact.phone === undefined ? {} : { phone: markedPhone(at) }),
    })),
  };
}

/** Letters, digits and the signs that every kind of file writes as they are. */
const harmless = /^[\p{L}\p{M}\p{N} .,;:()“”–-]+$/u;

/**
 * Why an edition cannot be made from a mould; undefined when it can. Such an edition is built for itself.
 * `holds` says whether the mould's pages have a text anyhow.
 */
export function notFromMould(
  settings: Settings,
  say: (text: string) => string,
  holds: (text: string) => boolean,
): string | undefined {
  if (typeof settings.url !== 'string' || printedAddress(settings.url).includes('/'))
    return 'địa chỉ có đường dẫn';
  if (contactsOf(settings).length > mostContacts) return `quá ${mostContacts} nơi để gọi`;
  if (settings.official === true && !/\.gov\.vn\/?$/.test(settings.url))
    return 'phải xem địa chỉ có phải của cơ quan nhà nước không';
  for (const [slot, text] of slotsOf(settings)) {
    const [field = '', ofContact] = slot.split('.').reverse();
    const longest: Readonly<Record<string, number>> = ofContact === undefined ? usualLength : contactLength;
    if (text.length > (longest[field] ?? Infinity)) return `“${text}” dài quá ${longest[field]} chữ cái`;
    if (field !== 'phone' && !harmless.test(text)) return `“${text}” có dấu lạ`;
    if (say(`Gọi ${text} (ở đây).`) !== `Gọi ${say(text)} (ở đây).`) return `“${text}” đọc lên tùy câu`;
    if ((ofContact === undefined || field === 'phone') && holds(text)) return `sổ tay đã có chữ “${text}”`;
  }
  return undefined;
}
