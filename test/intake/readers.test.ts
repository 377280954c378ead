/** What an officer gets of a document: each text at its place, or one sentence on why it cannot be read. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument, textsOf } from '../../src/intake/read/read.ts';
import type { PlanDocument } from '../../src/intake/document.ts';
import { writtenNumber } from '../../src/intake/read/docx.ts';
import { Refusal } from '../../src/intake/refusal.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plan = (name: string): Promise<PlanDocument> =>
  readDocument(readFileSync(`test/intake/plans/${name}`), name);

/** The place at which a text stands, in a paragraph or a cell. */
const placeOf = ({ blocks }: PlanDocument, text: string): string | undefined =>
  blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flat()))
    .find((one) => one.text.includes(text))?.place;

describe('each text is told with its place', () => {
  test('in Word: paragraphs and cells', async () => {
    const document = await plan('xa-bang-phu-luc.docx');
    expect(placeOf(document, 'Số: 27/KH-UBND')).toBe('đoạn 2');
    expect(placeOf(document, 'Mở lớp cho người cao tuổi')).toBe('bảng 1, hàng 7, cột 2');
  });

  test('in Excel: cells, days as days, merged cells in each row', async () => {
    const document = await plan('truong-dai-hoc.xlsx');
    expect(placeOf(document, '10/10/2026')).toBe('trang tính “Nhiệm vụ”, ô D4');
    const shared = textsOf(document).filter((text) => text === 'Các đơn vị thuộc và trực thuộc');
    expect(shared).toHaveLength(4);
  });

  test('in PDF: pages and paragraphs, broken lines as one', async () => {
    const document = await plan('cong-doan.pdf');
    expect(placeOf(document, 'Tổ chức thi tìm hiểu')).toMatch(/^trang 1, đoạn \d+$/);
    expect(textsOf(document)).toContain('1.3. 500 lượt đoàn viên tham gia lớp an toàn trên mạng.');
  });

  test('in a PDF without structure: cells by the lines drawn around them, over the page', async () => {
    const name = 'dong-thap-617.pdf';
    const document = await readDocument(readFileSync(`test/intake/public/${name}`), name);
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables).toHaveLength(1);
    const rows = tables[0]?.rows ?? [];
    // A row of names, four of titles, eleven of tasks; the titles are one cell over all columns.
    expect(rows).toHaveLength(16);
    expect(rows.filter((row) => new Set(row).size === 1)).toHaveLength(4);
    expect(rows.find(([number]) => number?.text === '8')?.map(({ text }) => text)).toEqual([
      '8',
      'Xây dựng kế hoạch và triển khai hạ tầng 5G, IoT trong các khu công nghiệp, cụm công nghiệp.',
      'Sở KH&CN',
      'Ban Quản lý Khu kinh tế, Sở Công Thương, các doanh nghiệp viễn thông; các cơ quan, đơn vị liên quan',
      'Quí IV- 2025',
    ]);
    expect(placeOf(document, 'hạ tầng 5G, IoT trong các khu công nghiệp')).toMatch(
      /^trang \d, bảng \d, hàng/,
    );
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
    expect(paragraphs.filter(({ text }) => text.includes('Tên nhiệm vụ'))).toEqual([]);
  });

  test('in text: lines; a sentence broken at the end of a line is one', async () => {
    const line =
      'Mở lớp kỹ năng số cho bà con ở các thôn vào buổi tối, mỗi tuần hai buổi, do tổ công nghệ số';
    const document = await readDocument(bytes(`1. ${line}\ncộng đồng đứng lớp.\n\n2. Việc khác.\n`), 'a.txt');
    expect(textsOf(document)).toEqual([`1. ${line} cộng đồng đứng lớp.`, '2. Việc khác.']);
    expect(placeOf(document, 'Việc khác')).toBe('dòng 4');
  });

  test('in a pasted table: lines and columns', async () => {
    const document = await readDocument(bytes('Nhiệm vụ\tChủ trì\nMở lớp\tHội Nông dân\n'), '-');
    expect(placeOf(document, 'Hội Nông dân')).toBe('dòng 2, cột 2');
  });
});

test('numbers that Word sets by itself are written out', () => {
  expect([1, 4, 9].map((count) => writtenNumber(count, 'upperRoman'))).toEqual(['I', 'IV', 'IX']);
  expect(writtenNumber(3, 'lowerLetter')).toBe('c');
  expect(writtenNumber(12, 'decimal')).toBe('12');
});

/** A PDF of one page without a letter, as a scanner makes it. */
const scanned = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const lockedOffice = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
const tcvn3 =
  'KÕ ho¹ch thùc hiÖn phong trµo.\nNhiÖm vô träng t©m.\nTuyªn truyÒn réng r·i.\nTæ chøc líp häc.\n';

const refused: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
  ['a scanned PDF', bytes(scanned), 'a.pdf', /là ảnh chụp, không có chữ/],
  ['a locked Word file', lockedOffice, 'a.docx', /đang khóa bằng mật khẩu/],
  ['a Word file of the old kind', ole, 'a.doc', /kiểu cũ \(\.doc, \.xls\)/],
  ['text that is not UTF-8', Uint8Array.from([0x4b, 0xd5, 0x20, 0xff]), 'a.txt', /không lưu dạng UTF-8/],
  ['an old font', bytes(tcvn3), 'a.txt', /phông cũ \(TCVN3, VNI\)/],
  ['a table with its head alone', bytes('STT\tNhiệm vụ\tChủ trì\n'), '-', /chỉ có dòng tiêu đề/],
  ['an empty file', new Uint8Array(), 'a.txt', /không có chữ nào/],
  ['a damaged zip', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]), 'a.docx', /Tệp hỏng/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'a.png', /Không biết đọc loại tệp này/],
];

describe('what cannot be read is told in one sentence, with what to do', () => {
  test.each(refused)('%s', async (_, data, name, message) => {
    const reading = readDocument(data, name);
    await expect(reading).rejects.toThrow(Refusal);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(/Cách sửa: /);
  });
});
