/** Photos of free pages: what a camera hides is found and told; what is made by the command passes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { photoFaults, readJpeg } from '../../../src/gate/photo-bytes.ts';
import { photoProblems } from '../../../src/outputs/photos/judge.ts';
import { smallPhoto } from '../../../src/cli/photo/small-photo.ts';
import { photoLimits } from '../../../src/schemas/photo.ts';
import { present } from '../../present.ts';
import { projectRoot } from '../../fixtures/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'anh-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A picture of noise, which no compression makes light. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 25 },
    },
  });
const plainPhoto = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a44' } })
  .jpeg()
  .toBuffer();
/** As a telephone writes it: turned, with the place where it was taken. */
const fromTelephone = await noise(1600, 1200)
  .withExif({
    IFD0: { Make: 'Máy' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 42/1' },
  })
  .withMetadata({ orientation: 6 })
  .jpeg({ quality: 95 })
  .toBuffer();
/** The picture with a segment put in after its first marker. */
const withSegment = (marker: number, text: string): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([
    plainPhoto.subarray(0, 2),
    Buffer.from([0xff, marker]),
    length,
    Buffer.from(text, 'latin1'),
    plainPhoto.subarray(2),
  ]);
};

const told = (bytes: Uint8Array, size?: { width: number; height: number }): string[] =>
  photoFaults('anh.jpg', bytes, size).map(({ message }) => message);

test('a photo as it left the telephone is told: place, weight, size; none of it passes', () => {
  expect(told(fromTelephone)).toEqual([
    'Trong ảnh còn dữ liệu ẩn: EXIF, nơi chụp (GPS).',
    expect.stringMatching(/^Ảnh nặng \d+ byte, quá 120000\.$/),
    'Ảnh rộng và cao 1600 × 1200 điểm ảnh, cạnh dài quá 1280.',
  ]);
});

test('made small it is upright, light, has no hidden data and still shows the same', async () => {
  const made = await smallPhoto(fromTelephone, photoLimits);
  expect(made.width).toBeLessThan(made.height);
  expect(made.bytes.length).toBeLessThanOrEqual(photoLimits.bytes);
  expect(told(made.bytes, made)).toEqual([]);
  expect((await sharp(made.bytes).metadata()).exif).toBeUndefined();
  expect(await smallPhoto(plainPhoto, photoLimits)).toMatchObject({ width: 64, height: 48 });
});

test('whatever else may hide in a JPEG is named', () => {
  expect(told(plainPhoto, { width: 64, height: 48 })).toEqual([]);
  expect(told(plainPhoto, { width: 48, height: 64 })).toEqual([
    'Ảnh rộng và cao 64 × 48 điểm ảnh, khác với width, height đã ghi.',
  ]);
  const hidden: readonly (readonly [Buffer, string])[] = [
    [withSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'), 'XMP'],
    [withSegment(0xed, 'Photoshop 3.0\0'), 'IPTC'],
    [withSegment(0xfe, 'chụp ở nhà bà Tư'), 'ghi chú'],
    [withSegment(0xe2, 'MPF\0'), 'khối APP2'],
    [Buffer.concat([plainPhoto, plainPhoto]), 'dữ liệu sau ảnh'],
  ];
  for (const [bytes, name] of hidden) expect(told(bytes)).toEqual([`Trong ảnh còn dữ liệu ẩn: ${name}.`]);
  expect(told(withSegment(0xe2, 'ICC_PROFILE\0\u0001\u0001'))).toEqual([]);
});

test('a file that is no JPEG, or is cut short, is none', async () => {
  const other = [
    await sharp(plainPhoto).png().toBuffer(),
    await sharp(plainPhoto).webp().toBuffer(),
    plainPhoto.subarray(0, plainPhoto.length - 40),
    Buffer.from('không phải ảnh'),
  ];
  for (const bytes of other) expect(told(bytes)).toEqual([expect.stringContaining('không phải ảnh JPEG')]);
  const progressive = await sharp(plainPhoto).jpeg({ progressive: true }).toBuffer();
  expect(readJpeg(progressive)).toEqual({ width: 64, height: 48, hidden: [] });
});

test('the check names each entry without a picture and each picture without words', () => {
  const root = join(folder, 'so');
  mkdirSync(join(root, 'content/photos'), { recursive: true });
  writeFileSync(join(root, 'content/photos/lop-toi.jpg'), withSegment(0xe1, 'Exif\0\0'));
  writeFileSync(join(root, 'content/photos/la.webp'), 'x');
  const photo = (id: string) => ({
    id,
    file: `content/photos/${id}.yaml`,
    address: `/anh-chup/${id}.jpg`,
    data: {
      alt: 'Một căn phòng màu đỏ không có ai',
      by: 'Tổ',
      day: '2026-11-21',
      people: '–',
      width: 64,
      height: 48,
    },
  });
  const problems = photoProblems({ photos: [photo('lop-toi'), photo('mat-anh')] }, root);
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'content/photos/lop-toi.jpg: Trong ảnh còn dữ liệu ẩn: EXIF.',
    'content/photos/mat-anh.yaml: Chưa có tệp ảnh content/photos/mat-anh.jpg.',
    expect.stringContaining('content/photos/la.webp: Ảnh content/photos/la.webp không có mục'),
  ]);
  for (const { fix } of problems) expect(fix).toContain('npm run photo');
});

test('the command makes a photo and its entry; taken anew the words stay', async () => {
  const source = join(folder, 'IMG_1.png');
  writeFileSync(source, await noise(400, 300).png().toBuffer());
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/photo.ts', ...args], {
      cwd: projectRoot,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
  expect(run('IMG_1.png', 'Lớp tối').status).toBe(2);
  const done = run('IMG_1.png', 'lop-toi', '--to', '.');
  expect(done.status, done.stderr).toBe(0);
  const entry = join(folder, 'content/photos/lop-toi.yaml');
  const made = readFileSync(join(folder, 'content/photos/lop-toi.jpg'));
  const { width, height } = present(readJpeg(made));
  expect(told(made, { width, height })).toEqual([]);
  const text = readFileSync(entry, 'utf8');
  expect(text).toContain(`width: ${width}\nheight: ${height}\n`);
  expect(text.match(/✎/g)).toHaveLength(4);
  writeFileSync(entry, text.replace(/alt: .*/, 'alt: Cô giáo chỉ lên bảng, sáu bà ngồi nghe'));
  expect(run('IMG_1.png', 'lop-toi', '--to', '.').status).toBe(0);
  expect(readFileSync(entry, 'utf8')).toContain('alt: Cô giáo chỉ lên bảng, sáu bà ngồi nghe');
});
