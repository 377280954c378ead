/** Sounds as samples, and how they are made equally loud. Pure. */

/** Samples a second, as espeak-ng makes them. */
export const rate = 22_050;

/** How loud a voice is: root mean square over its loud moments, full scale 1. */
const wanted = 0.1;
/** Highest sample: more would crackle after it is packed. */
const ceiling = 0.84;
const frame = Math.round(rate / 20);
/** What is so much softer than the loudest moments is a pause. */
const gate = 0.1;

/** Loudness of a voice without its pauses. */
export function loudness(samples: Int16Array): number {
  const frames: number[] = [];
  for (let from = 0; from + frame <= samples.length; from += frame) {
    let sum = 0;
    for (const sample of samples.subarray(from, from + frame)) sum += (sample / 32_768) ** 2;
    frames.push(sum / frame);
  }
  const loudest = frames.reduce((most, one) => Math.max(most, one), 0);
  const voiced = frames.filter((one) => one > loudest * gate ** 2);
  return Math.sqrt(voiced.reduce((sum, one) => sum + one, 0) / Math.max(1, voiced.length));
}

/** The same sound as loud as all others; peaks bend instead of being cut. */
export function even(samples: Int16Array): Int16Array {
  const level = loudness(samples);
  if (level === 0) return samples;
  const gain = wanted / level / 32_768;
  return samples.map((sample) => Math.round(32_767 * ceiling * Math.tanh((sample * gain) / ceiling)));
}

/** Silence of some seconds. */
export const silence = (seconds: number): Int16Array => new Int16Array(Math.round(seconds * rate));

/** Sounds one after the other. */
export function joined(all: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
