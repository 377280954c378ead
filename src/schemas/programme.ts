/**
 * A ready training session: everything a trainer needs to hold it, from the same guides that learners read.
 * What holds between a session and its guides is proven in `domain/programme-rules.ts`.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { devices, offlineWays, partKinds } from '../sessions/parts.ts';
import { checked, line, numbered, pick, ref, shortLine, source, text } from './fields.ts';

/** Several short lines, each of them a sentence or a thing. */
const lines = (least: number, error: string) => z.array(line).min(least, { error });

/** One part of the outline. */
const partSchema = z.strictObject({
  /** What it is for; the builder and the print sheets group by it. */
  kind: z.enum(partKinds, { error: `chọn một trong: ${partKinds.join(', ')}` }).meta(words.part.kind),
  /** Its name on the outline: "Làm mẫu: mở khung gọi". */
  title: line.meta(words.part.title),
  /** How long it takes. All parts together make the session's minutes. */
  minutes: z.int().min(1).max(120).meta(words.part.minutes),
  /** What the trainer and the assistants do. */
  trainer: text.meta(words.part.trainer),
  /** What the learners do. */
  learners: text.meta(words.part.learners),
  /** The guide that is open meanwhile. */
  guide: ref(...numbered)
    .optional()
    .meta(words.part.guide),
  /** Minutes of one turn with a phone in the hand; without it nobody presses a phone in this part. */
  turn: z.int().min(1).max(20).optional().meta(words.part.turn),
  /** What is done where there is no network, and on what; a part without it needs none. */
  offline: z
    .strictObject({
      with: z
        .enum(offlineWays, { error: `chọn một trong: ${offlineWays.join(', ')}` })
        .meta(words.offline.with),
      does: text.meta(words.offline.does),
    })
    .optional()
    .meta(words.part.offline),
  /** What those do who have no phone of their own, in a part for which a phone may not be shared. */
  own: text.optional().meta(words.part.own),
  /** Its place among the parts that may be left out when time runs short, 1 first. */
  skip: z.int().min(1).max(9).optional().meta(words.part.skip),
});

/** One of the three questions that are asked at the door and asked again at the end. */
const questionSchema = z.strictObject({
  /** The question, as the trainer says it aloud. */
  ask: line.meta(words.question.ask),
  /** The answer that is expected at the end, in the learner's own words. */
  expect: line.meta(words.question.expect),
  /**
   * Where the answer stands: a guide of this session, one of its sections, and words that stand there letter
   * for letter.
   */
  found: z
    .strictObject({
      guide: ref(...numbered).meta(words.found.guide),
      section: line.meta(words.found.section),
      words: line.meta(words.found.words),
    })
    .meta(words.question.found),
});

/**
 * What the room must have so that everybody can take part. Nothing may be left out; what does not apply says
 * why.
 */
const roomSchema = z.strictObject({
  /** Seats and tables, who sits where. */
  seats: line.meta(words.room.seats),
  /** Light on faces and papers, none in the eyes. */
  light: line.meta(words.room.light),
  /** Sound: microphone, quiet. */
  sound: line.meta(words.room.sound),
  /** The way in for sticks and wheelchairs, the toilet. */
  way: line.meta(words.room.way),
  /** Deaf learners: sign language, live captions, where they sit. */
  sign: line.meta(words.room.sign),
  /** Large print, and what is read aloud for those who do not read. */
  print: line.meta(words.room.print),
  /** Sockets and chargers. */
  sockets: line.meta(words.room.sockets),
  /** Wi-Fi, 4G, and what is done without a network. */
  network: line.meta(words.room.network),
});

/** What happens on a day of stalls, in order. */
const eventProgramme = z
  .array(
    z.strictObject({
      title: line.meta(words.eventPart.title),
      minutes: z.int().min(1).max(300).meta(words.eventPart.minutes),
      what: text.meta(words.eventPart.what),
    }),
  )
  .min(3);

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of events made of stalls: the tenth of October. */
const eventSchema = z
  .strictObject({
    /** Name of the day as the plans call it. */
    name: line.meta(words.event.name),
    month: z.int().min(1).max(12).meta(words.event.month),
    day: z.int().min(1).max(31).meta(words.event.day),
    /** When the day's programme begins, `HH:MM`. A proposal; each place sets its own. */
    begins: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'viết giờ theo dạng 07:30' })
      .meta(words.event.begins),
    programme: eventProgramme.meta(words.event.programme),
    /** The same stalls on a shorter or a longer day: each with a programme of its own. */
    forms: z
      .array(
        z.strictObject({
          /** "Hai giờ". */
          name: line.meta(words.eventForm.name),
          programme: eventProgramme.meta(words.eventForm.programme),
        }),
      )
      .default([])
      .meta(words.event.forms),
    /** Minutes of one turn at a stall. */
    turn: z.int().min(5).max(60).meta(words.event.turn),
    stalls: z
      .array(
        z.strictObject({
          title: line.meta(words.stall.title),
          /** What a visitor does there. */
          does: text.meta(words.stall.does),
          /** Guides on the table, the first one on the poster. */
          guides: z
            .array(ref(...numbered))
            .min(1)
            .meta(words.stall.guides),
          /** Who stands there. */
          who: line.meta(words.stall.who),
          /** What lies on the table. */
          table: lines(2, 'nêu ít nhất hai thứ trên bàn').meta(words.stall.table),
        }),
      )
      .min(3)
      .meta(words.event.stalls),
    /** Guides whose texts are read over the loudspeaker and sent by Zalo beforehand. */
    announce: z
      .array(ref(...numbered))
      .min(1)
      .meta(words.event.announce),
    /** What is done when; `days` counts from the day itself, before it negative. */
    checklist: z
      .array(
        z.strictObject({
          days: z.int().min(-90).max(30).meta(words.preparation.days),
          when: line.meta(words.preparation.when),
          things: lines(1, 'nêu ít nhất một việc').meta(words.preparation.things),
        }),
      )
      .min(3)
      .meta(words.event.checklist),
  })
  .refine(({ month, day }) => day <= (lastDays[month - 1] ?? 31), {
    path: ['day'],
    error: 'tháng này không có ngày đó',
  });
export type EventData = z.output<typeof eventSchema>;

export const programmeSchema = z.strictObject({
  /** Who learns what: "Người cao tuổi: gọi hình cho con cháu (60 phút)". At most 70 characters. */
  title: shortLine(70, 'tên buổi dài quá 70 chữ cái').meta(words.programme.title),
  /** One sentence for lists. */
  summary: shortLine(180, 'tóm tắt dài quá 180 chữ cái').meta(words.programme.summary),
  /** What people call the session when they look for it; printed nowhere. */
  aliases: z.array(line).default([]).meta(words.programme.aliases),
  /** Place in lists. */
  order: z.int().min(1).meta(words.programme.order),
  /** Length of the session. */
  minutes: z.int().min(15).max(240).meta(words.programme.minutes),
  /** For whom, most specific first. */
  audiences: z
    .array(ref('audiences'))
    .min(1, { error: 'nêu ít nhất một nhóm người học' })
    .meta(words.programme.audiences),
  /** How many learners at one time, and one assistant for how many of them. */
  people: z
    .strictObject({
      from: z.int().min(1).meta(words.people.from),
      to: z.int().max(60).meta(words.people.to),
      each: z.int().min(1).max(20).meta(words.people.each),
      note: line.optional().meta(words.people.note),
    })
    .refine((value) => value.from <= value.to, {
      path: ['to'],
      error: 'số nhiều nhất phải bằng hoặc hơn số ít nhất',
    })
    .meta(words.programme.people),
  /** Where it is held: "Nhà văn hóa thôn, buổi sáng". */
  place: line.meta(words.programme.place),
  /** Phones that the practice needs. */
  device: z.enum(devices, { error: `chọn một trong: ${devices.join(', ')}` }).meta(words.programme.device),
  /** What the learners can do afterwards, verb first. */
  goals: lines(1, 'nêu ít nhất một việc làm được')
    .max(4, {
      error: 'nhiều nhất bốn việc: một buổi không dạy hết được',
    })
    .meta(words.programme.goals),
  /** The use of it for the learner, as the trainer says it in the first minutes. */
  why: text.meta(words.programme.why),
  /** Guides in the order in which they are used. Each has its part, its question or its stall. */
  guides: z
    .array(ref(...numbered))
    .min(1)
    .max(8)
    .meta(words.programme.guides),
  /** Strands of the campaign that this session serves; all tasks of a workstream reach it. */
  workstreams: z
    .array(ref('workstreams'))
    .min(1, { error: 'nêu ít nhất một nhóm việc' })
    .meta(words.programme.workstreams),
  /** Tasks that it is picked for by hand. */
  serves: z.array(pick).default([]).meta(words.shared.serves),
  outline: z.array(partSchema).min(4).meta(words.programme.outline),
  /** What the trainer shows once, slowly. */
  demonstration: z
    .strictObject({
      guide: ref(...numbered).meta(words.demonstration.guide),
      with: line.meta(words.demonstration.with),
      steps: lines(3, 'viết ít nhất ba bước')
        .max(8, {
          error: 'nhiều nhất tám bước: làm mẫu dài thì không ai nhớ',
        })
        .meta(words.demonstration.steps),
    })
    .meta(words.programme.demonstration),
  /** What each learner does with their own hands. */
  practice: z
    .strictObject({
      /** On which phones, with which made-up names and sums. */
      with: text.meta(words.ownPractice.with),
      steps: lines(2, 'viết ít nhất hai bước').meta(words.ownPractice.steps),
      /**
       * Where the practice stops before real money, passwords or codes. Needed as soon as one guide is about
       * money or signing in.
       */
      stop: line.optional().meta(words.ownPractice.stop),
    })
    .meta(words.programme.practice),
  /** What the trainer never does and what all keep to. */
  safety: lines(3, 'nêu ít nhất ba điều giữ an toàn').meta(words.programme.safety),
  /** What to bring. */
  materials: lines(3, 'nêu ít nhất ba thứ cần chuẩn bị').meta(words.programme.materials),
  room: roomSchema.meta(words.programme.room),
  questions: z
    .array(questionSchema)
    .length(3, { error: 'viết đúng ba câu hỏi' })
    .meta(words.programme.questions),
  /** One thing to do at home. */
  homework: text.meta(words.programme.homework),
  /** How the trainer asks again some days later. */
  afterwards: text.meta(words.programme.afterwards),
  /** Set for the session that stands for a whole day of stalls. */
  event: eventSchema.optional().meta(words.programme.event),
  sources: z.array(source).min(1, { error: 'nêu ít nhất một nguồn' }).meta(words.shared.sources),
  checked,
  /** Days after which it must be checked again. */
  reviewEvery: z.int().min(30).max(730).default(180).meta(words.programme.reviewEvery),
});
export type ProgrammeData = z.output<typeof programmeSchema>;
