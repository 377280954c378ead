/**
 * What an approval writes beside a proposal: role, unit and day of whoever read it. Guides are named in
 * `content/edition.yaml`, every other entry that is read carries it itself. Pure.
 */
import { openEntry, saveEntry } from './entry.ts';
import type { CollectionForm } from './form-kinds.ts';
import { orderOf } from './form-order.ts';
import { formOf, idOf } from './names.ts';
import { isGroup, isList, type Value, type ValueMap } from './yaml-edit.ts';

/** Who read a text and answers for it; `day` is an ISO day. */
export interface Approval {
  readonly role: string;
  readonly unit: string;
  readonly day: string;
}

/** Where approved guides are named. */
const editionFile = 'content/edition.yaml';

/** The file in which the approval of `file` is written; undefined when its kind has no field for it. */
export function approvalFile(file: string, forms: readonly CollectionForm[]): string | undefined {
  const form = formOf(file, forms);
  if (form === undefined) return undefined;
  if (form.fields.some(({ name }) => name === 'reviewedBy')) return file;
  return ['guides', 'market', 'events'].includes(form.collection) ? editionFile : undefined;
}

const guidesOf = (item: Value): readonly Value[] => (isGroup(item) && isList(item.guides) ? item.guides : []);

/** The list of approvals with a guide named in a new one: an older approval by the same office gives way. */
function withGuide(reviewed: readonly Value[], guide: string, approval: Approval): Value[] {
  const sameOffice = (item: Value): boolean =>
    isGroup(item) && item.role === approval.role && item.unit === approval.unit;
  const others = reviewed.flatMap((item): Value[] => {
    if (!isGroup(item) || !sameOffice(item) || !guidesOf(item).includes(guide)) return [item];
    const guides = guidesOf(item).filter((one) => one !== guide);
    return guides.length === 0 ? [] : [{ ...item, guides }];
  });
  const today = others.findIndex((item) => isGroup(item) && sameOffice(item) && item.day === approval.day);
  const found = others[today];
  if (found === undefined || !isGroup(found)) return [...others, { ...approval, guides: [guide] }];
  return others.with(today, { ...found, guides: [...guidesOf(found), guide] });
}

/** The text of `approvalFile(file)` with the approval in it; `text` is what that file says now. */
export function withApproval(
  file: string,
  text: string,
  approval: Approval,
  forms: readonly CollectionForm[],
): string {
  const written = approvalFile(file, forms) ?? file;
  const form = formOf(written, forms);
  const own = formOf(file, forms);
  if (form === undefined || own === undefined) return text;
  const { head, body } = openEntry(written, text);
  const { reviewed } = head;
  const entry: ValueMap = { ...approval };
  const next: ValueMap =
    written === editionFile
      ? { ...head, reviewed: withGuide(isList(reviewed) ? reviewed : [], idOf(file, own), approval) }
      : { ...head, reviewedBy: entry };
  return saveEntry(written, text, next, body?.blocks ?? [], orderOf(form, next));
}
