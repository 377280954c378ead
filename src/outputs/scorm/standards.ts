/**
 * What the two standards call the same things: SCORM 1.2 (run-time environment, chapter 3) and SCORM 2004 4th
 * edition (RTE book, chapters 3 and 4).
 */

/** What a lesson asks of a platform, by each standard. */
export const standards = {
  '1.2': {
    object: 'API',
    calls: {
      begin: 'LMSInitialize',
      get: 'LMSGetValue',
      set: 'LMSSetValue',
      commit: 'LMSCommit',
      end: 'LMSFinish',
    },
    values: {
      status: 'cmi.core.lesson_status',
      location: 'cmi.core.lesson_location',
      mode: 'cmi.core.lesson_mode',
      exit: 'cmi.core.exit',
      data: 'cmi.suspend_data',
    },
  },
  '2004': {
    object: 'API_1484_11',
    calls: { begin: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', end: 'Terminate' },
    values: {
      status: 'cmi.completion_status',
      location: 'cmi.location',
      mode: 'cmi.mode',
      exit: 'cmi.exit',
      data: 'cmi.suspend_data',
    },
  },
} as const;

/** A standard that packages are made by. */
export type Standard = keyof typeof standards;
export type Call = keyof (typeof standards)['1.2']['calls'];
export type Value = keyof (typeof standards)['1.2']['values'];
