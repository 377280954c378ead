/**
 * A ready training session: everything a trainer needs to hold it, from the same guides that learners read.
 * What holds between a session and its guides is proven in `domain/programme-rules.ts`.
 */
import { z } from 'zod';
import { devices, partKinds } from '../sessions/parts.ts';
import { checked, line, numbered, ref, source, text } from './fields.ts';

/** Several short lines, each of them a sentence or a thing. */
const lines = (least: number, error: string) => z.array(line).min(least, { error });

/** One part of the outline. */
const partSchema = z.strictObject({
  /** What it is for; the builder and the print sheets group by it. */
  kind: z.enum(partKinds, { error: `chọn một trong: ${partKinds.join(', ')}` }),
  /** Its name on the outline: "Làm mẫu: mở khung gọi". */
  title: line,
  /** How long it takes. All parts together make the session's minutes. */
  minutes: z.int().min(1).max(120),
  /** What the trainer and the assistants do. */
  trainer: text,
  /** What the learners do. */
  learners: text,
  /** The guide that is open meanwhile. */
  guide: ref(...numbered).optional(),
});

/** One of the three questions that are asked at the door and asked again at the end. */
const questionSchema = z.strictObject({
  /** The question, as the trainer says it aloud. */
  ask: line,
  /** The answer that is expected at the end, in the learner's own words. */
  expect: line,
  /**
   * Where the answer stands: a guide of this session, one of its sections, and words that stand there letter
   * for letter.
   */
  found: z.strictObject({ guide: ref(...numbered), section: line, words: line }),
});

/**
 * What the room must have so that everybody can take part. Nothing may be left out; what does not apply says
 * why.
 */
const roomSchema = z.strictObject({
  /** Seats and tables, who sits where. */
  seats: line,
  /** Light on faces and papers, none in the eyes. */
  light: line,
  /** Sound: microphone, quiet. */
  sound: line,
  /** The way in for sticks and wheelchairs, the toilet. */
  way: line,
  /** Deaf learners: sign language, live captions, where they sit. */
  sign: line,
  /** Large print, and what is read aloud for those who do not read. */
  print: line,
  /** Sockets and chargers. */
  sockets: line,
  /** Wi-Fi, 4G, and what is done without a network. */
  network: line,
});

/** A day of events made of stalls: the tenth of October. */
const eventSchema = z.strictObject({
  /** Name of the day as the plans call it. */
  name: line,
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  /** When the day's programme begins, `HH:MM`. A proposal; each place sets its own. */
  begins: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'viết giờ theo dạng 07:30' }),
  /** What happens, in order. */
  programme: z.array(z.strictObject({ title: line, minutes: z.int().min(1).max(300), what: text })).min(3),
  /** Minutes of one turn at a stall. */
  turn: z.int().min(5).max(60),
  stalls: z
    .array(
      z.strictObject({
        title: line,
        /** What a visitor does there. */
        does: text,
        /** Guides on the table, the first one on the poster. */
        guides: z.array(ref(...numbered)).min(1),
        /** Who stands there. */
        who: line,
        /** What lies on the table. */
        table: lines(2, 'nêu ít nhất hai thứ trên bàn'),
      }),
    )
    .min(3),
  /** Guides whose texts are read over the loudspeaker and sent by Zalo beforehand. */
  announce: z.array(ref(...numbered)).min(1),
  /** What is done when; `days` counts from the day itself, before it negative. */
  checklist: z
    .array(
      z.strictObject({
        days: z.int().min(-90).max(30),
        when: line,
        things: lines(1, 'nêu ít nhất một việc'),
      }),
    )
    .min(3),
});
export type EventData = z.output<typeof eventSchema>;

export const programmeSchema = z.strictObject({
  /** Who learns what: "Người cao tuổi: gọi hình cho con cháu (60 phút)". At most 70 characters. */
  title: line.max(70, { error: 'tên buổi dài quá 70 chữ cái' }),
  /** One sentence for lists. */
  summary: line.max(180, { error: 'tóm tắt dài quá 180 chữ cái' }),
  /** Place in lists. */
  order: z.int().min(1),
  /** Length of the session. */
  minutes: z.int().min(15).max(240),
  /** For whom, most specific first. */
  audiences: z.array(ref('audiences')).min(1, { error: 'nêu ít nhất một nhóm người học' }),
  /** How many learners at one time, and one assistant for how many of them. */
  people: z
    .strictObject({
      from: z.int().min(1),
      to: z.int().max(60),
      each: z.int().min(1).max(20),
      note: line.optional(),
    })
    .refine((value) => value.from <= value.to, {
      path: ['to'],
      error: 'số nhiều nhất phải bằng hoặc hơn số ít nhất',
    }),
  /** Where it is held: "Nhà văn hóa thôn, buổi sáng". */
  place: line,
  /** Phones that the practice needs. */
  device: z.enum(devices, { error: `chọn một trong: ${devices.join(', ')}` }),
  /** What the learners can do afterwards, verb first. */
  goals: lines(1, 'nêu ít nhất một việc làm được').max(4, {
    error: 'nhiều nhất bốn việc: một buổi không dạy hết được',
  }),
  /** The use of it for the learner, as the trainer says it in the first minutes. */
  why: text,
  /** Guides in the order in which they are used. Each has its part, its question or its stall. */
  guides: z
    .array(ref(...numbered))
    .min(1)
    .max(8),
  /** Strands of the campaign that this session serves; all tasks of a workstream reach it. */
  workstreams: z.array(ref('workstreams')).min(1, { error: 'nêu ít nhất một mảng việc' }),
  /** Single tasks that it serves although their workstream does not say so. */
  tasks: z.array(ref('tasks')).default([]),
  outline: z.array(partSchema).min(4),
  /** What the trainer shows once, slowly. */
  demonstration: z.strictObject({
    guide: ref(...numbered),
    with: line,
    steps: lines(3, 'viết ít nhất ba bước').max(8, {
      error: 'nhiều nhất tám bước: làm mẫu dài thì không ai nhớ',
    }),
  }),
  /** What each learner does with their own hands. */
  practice: z.strictObject({
    /** On which phones, with which made-up names and sums. */
    with: text,
    steps: lines(2, 'viết ít nhất hai bước'),
    /**
     * Where the practice stops before real money, passwords or codes. Needed as soon as one guide is about
     * money or signing in.
     */
    stop: line.optional(),
  }),
  /** What the trainer never does and what all keep to. */
  safety: lines(3, 'nêu ít nhất ba điều giữ an toàn'),
  /** What to bring. */
  materials: lines(3, 'nêu ít nhất ba thứ cần chuẩn bị'),
  room: roomSchema,
  questions: z.array(questionSchema).length(3, { error: 'viết đúng ba câu hỏi' }),
  /** One thing to do at home. */
  homework: text,
  /** How the trainer asks again some days later. */
  afterwards: text,
  /** Set for the session that stands for a whole day of stalls. */
  event: eventSchema.optional(),
  sources: z.array(source).min(1, { error: 'nêu ít nhất một nguồn' }),
  checked,
  /** Days after which it must be checked again. */
  reviewEvery: z.int().min(30).max(730).default(180),
});
export type ProgrammeData = z.output<typeof programmeSchema>;
