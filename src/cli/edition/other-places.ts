/**
 * Provinces that a page names in its body and not among its sources: what is true of one place is told as
 * that place's, or not at all. An edition is told of those in its own pages.
 */
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import type { ViewFile } from './mount.ts';
import { documentOf } from './cut.ts';

/** The 34 provinces and cities since 1 July 2025, and the names that went up in them. */
const provinces = (
  'An Giang,Bắc Ninh,Cà Mau,Cao Bằng,Cần Thơ,Đà Nẵng,Đắk Lắk,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Nội,' +
  'Hà Tĩnh,Hải Phòng,Hồ Chí Minh,Huế,Hưng Yên,Khánh Hòa,Lai Châu,Lâm Đồng,Lạng Sơn,Lào Cai,Nghệ An,' +
  'Ninh Bình,Phú Thọ,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sơn La,Tây Ninh,Thái Nguyên,Thanh Hóa,Tuyên Quang,Vĩnh Long,' +
  'Bà Rịa,Bạc Liêu,Bắc Giang,Bắc Kạn,Bến Tre,Bình Dương,Bình Định,Bình Phước,Bình Thuận,Đắk Nông,Hà Giang,' +
  'Hà Nam,Hải Dương,Hậu Giang,Hòa Bình,Kiên Giang,Kon Tum,Long An,Nam Định,Ninh Thuận,Phú Yên,Quảng Bình,' +
  'Quảng Nam,Sóc Trăng,Thái Bình,Tiền Giang,Trà Vinh,Vĩnh Phúc,Vũng Tàu,Yên Bái'
).split(',');
// Schools and parties bear names of places: “Đại học Bách khoa Hà Nội”, “Tư tưởng Hồ Chí Minh”.
const named = new RegExp(
  '(?<!(?:Bách khoa|Đại học|Tư tưởng|Đoàn TNCS|Thanh niên Cộng sản|Chủ tịch) )(?<![\\p{L}\\p{M}])' +
    `(${provinces.join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
);

/** A place in the body of a page, and its line from 1. */
interface Named {
  readonly name: string;
  readonly line: number;
}

/** Provinces in the body of a page that its head does not name; `own` is what the edition says of itself. */
export function otherPlaces(text: string, own: string): Named[] {
  const end = text.indexOf('\n---', 3);
  if (!text.startsWith('---') || end < 0) return [];
  const known = text.slice(0, end) + own;
  return text
    .split('\n')
    .flatMap((words, at) =>
      at < text.slice(0, end + 1).split('\n').length
        ? []
        : [...words.matchAll(named)].flatMap(([, name = '']) =>
            known.includes(name) ? [] : [{ name, line: at + 1 }],
          ),
    );
}

/** What an edition should look at in its own pages. */
export function placeNotices(files: ReadonlyMap<string, ViewFile>, settings: Buffer): Problem[] {
  const told: unknown = documentOf(settings.toString('utf8')).toJS();
  const own = typeof told === 'object' && told !== null && 'place' in told ? String(told.place) : '';
  return [...files].flatMap(([inside, { from, origin, bytes }]) =>
    from === 'base' || !inside.endsWith('.mdx') || inside.startsWith('content/practices/')
      ? []
      : otherPlaces(bytes.toString('utf8'), own).map(({ name, line }) =>
          problemAt(origin, fault('edition-place', { name }), { line }),
        ),
  );
}
