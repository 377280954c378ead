/**
 * What zimwriterfs draws by lot, made from the content, so that the same content gives the same file: the
 * identity of the archive, those of its two search indexes, and the checksum over all. Sources: the ZIM
 * format (openzim.org, header: identity at byte 8, place of the checksum at byte 72), and the glass format
 * of Xapian (identity after the magic words and two bytes of version).
 */
import { createHash } from 'node:crypto';

const identityPlace = 8;
const checksumPlace = 72;
const identityBytes = 16;
const indexMagic = Buffer.from('\u000F\rXapian Glass', 'latin1');
const versionBytes = 2;

/** Places of the identities of the search indexes. */
function indexPlaces(file: Buffer): number[] {
  const places: number[] = [];
  for (let at = file.indexOf(indexMagic); at !== -1; at = file.indexOf(indexMagic, at + 1))
    places.push(at + indexMagic.length + versionBytes);
  return places;
}

/** The file with identities from its content. */
export function settled(made: Buffer): Buffer {
  const file = Buffer.from(made);
  const end = Number(file.readBigUInt64LE(checksumPlace));
  const places = [identityPlace, ...indexPlaces(file)];
  for (const place of places) file.fill(0, place, place + identityBytes);
  const content = file.subarray(0, end);
  const digest = createHash('sha256').update(content).digest();
  places.forEach((place, index) => {
    const identity = createHash('sha256').update(digest).update(String(index)).digest();
    identity.copy(file, place, 0, identityBytes);
  });
  createHash('md5').update(content).digest().copy(file, end);
  return file;
}
