/** Lines for `npm run report`: which sounds are stale, how much has a voice. */
import type { Handbook } from '../../handbook/handbook.ts';
import { slots, takes, unclear } from '../../books/sound/slots.ts';

const nowIs = (words: string | undefined): string =>
  words === undefined ? 'bài không còn phần này' : `mã lời nay là ${words}`;

/** Stale sounds with today's digest of their words; how many parts people read, how many no machine may. */
export async function soundReport(handbook: Handbook, all: boolean): Promise<readonly string[]> {
  const guides = handbook.guides.map((guide) => {
    const own = slots(guide, handbook);
    return { guide, own, read: takes(guide, handbook, own) };
  });
  const parts = guides.flatMap(({ own }) => own);
  const stale = handbook.recordings.flatMap(({ guide, data, file }) => {
    const today = new Map(slots(guide, handbook).map(({ part, words }) => [part, words]));
    return data.parts
      .filter(({ part, words }) => today.get(part) !== words)
      .map(
        ({ part }) =>
          `  ${file}, phần ${part}: lời đã đổi, bản thu không được phát; ` + nowIs(today.get(part)),
      );
  });
  const read = guides.reduce((sum, one) => sum + one.read.size, 0);
  const voice = handbook.site.machineVoice;
  const machine = voice === undefined ? 'tắt' : `bật (${voice})`;
  return Promise.resolve([
    `Nghe: ${read} trên ${parts.length} phần có người đọc; giọng máy ${machine}; ` +
      `${parts.filter(unclear).length} phần có số, mã, địa chỉ nên giọng máy không đọc.`,
    ...stale,
    ...(all
      ? guides
          .filter((one) => one.read.size > 0 && one.read.size < one.own.length)
          .map(
            ({ guide, own, read: have }) =>
              `  bài ${guide.data.number}: ${have.size} trên ${own.length} phần có người đọc`,
          )
      : []),
  ]);
}
