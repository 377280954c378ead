/** Archives of office programs (docx, xlsx) without the clock of the machine that wrote them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const properties = 'docProps/core.xml';
const list = '[Content_Types].xml';

/**
 * The same archive, packed anew. Libraries write the clock into the properties and into the archive; both
 * become `day`, so that two builds of one edition give the same bytes. The archive's own clock knows local
 * time only and begins in 1980, whatever the zone. The list of contents stands first, as readers expect.
 */
export function steadyZip(bytes: Uint8Array, day: string): Uint8Array<ArrayBuffer> {
  const steady = (name: string, content: Uint8Array): Uint8Array =>
    name === properties
      ? strToU8(
          strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
        )
      : content;
  const files = Object.entries(unzipSync(bytes)).sort(
    ([one], [other]) => Number(other === list) - Number(one === list) || (one < other ? -1 : 1),
  );
  return new Uint8Array(
    zipSync(Object.fromEntries(files.map(([name, content]) => [name, steady(name, content)])), {
      level: 9,
      mtime: new Date(1980, 0, 1),
    }),
  );
}
