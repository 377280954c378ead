/** `content/audio/*.yaml`: a guide read aloud by somebody. The sounds stand in a folder of the same name. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day, line, numbered, ref } from './fields.ts';

/** Endings of sounds that may stand in `content/audio`. */
export const soundEndings = /\.(?:mp3|ogg|opus|m4a|wav|flac)$/;
/** Accents of the north, the middle and the south, of people and of machines. */
export const accent = z.enum(['bac', 'trung', 'nam'], { error: 'chọn một trong: bac, trung, nam' });
const file = z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/, { error: 'viết tên tệp không dấu: buoc-1.mp3' });
/** Digest of the words that were read: others make the recording stale. */
const digest = z.string().regex(/^[0-9a-f]{12}$/, { error: 'chép mã lời 12 ký tự trong kịch bản đọc' });
const part = z.strictObject({
  /** Place in the guide: “cac-buoc.2” is the second step. */
  part: line.meta(words.recordingPart.part),
  file: file.meta(words.recordingPart.file),
  words: digest.meta(words.recordingPart.words),
});

export const recordingSchema = z.strictObject({
  guide: ref(...numbered).meta(words.recording.guide),
  /** Who reads, as they want to be named, and where the voice is from. */
  reader: line.meta(words.recording.reader),
  place: line.meta(words.recording.place),
  dialect: accent.meta(words.recording.dialect),
  day: day.meta(words.recording.day),
  parts: z.array(part).min(1).meta(words.recording.parts),
});
export type RecordingData = z.output<typeof recordingSchema>;
