/** `content/audio/*.yaml`: a guide read aloud by somebody. The sounds stand in a folder of the same name. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day, line, numbered, ref } from './fields.ts';

/** Endings of sounds that may stand in `content/audio`. */
export const soundEndings = /\.(?:mp3|ogg|opus|m4a|wav|flac)$/;

export const recordingSchema = z.strictObject({
  /** What is read. */
  guide: ref(...numbered).meta(words.recording.guide),
  /** Who reads, as they want to be named. */
  reader: line.meta(words.recording.reader),
  /** Where the voice is from. */
  place: line.meta(words.recording.place),
  dialect: z
    .enum(['bac', 'trung', 'nam'], { error: 'chọn một trong: bac, trung, nam' })
    .meta(words.recording.dialect),
  day: day.meta(words.recording.day),
  parts: z
    .array(
      z.strictObject({
        /** Place in the guide: “cac-buoc.2” is the second step. */
        part: line.meta(words.recordingPart.part),
        file: z
          .string()
          .regex(/^[a-z0-9-]+\.[a-z0-9]+$/, { error: 'viết tên tệp không dấu, như buoc-1.mp3' })
          .meta(words.recordingPart.file),
        /** Digest of the words that were read: others make the recording stale. */
        words: z
          .string()
          .regex(/^[0-9a-f]{12}$/, { error: 'chép mã lời gồm 12 ký tự trong kịch bản đọc' })
          .meta(words.recordingPart.words),
      }),
    )
    .min(1)
    .meta(words.recording.parts),
});
export type RecordingData = z.output<typeof recordingSchema>;
