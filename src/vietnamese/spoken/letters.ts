/** Names of letters, and which words in capitals are words. Pure. */

const names: Readonly<Record<string, string>> = {
  A: 'a',
  Ă: 'ă',
  Â: 'â',
  B: 'bê',
  C: 'xê',
  D: 'đê',
  Đ: 'đê',
  E: 'e',
  Ê: 'ê',
  F: 'ép',
  G: 'gờ',
  H: 'hát',
  I: 'i',
  J: 'gi',
  K: 'ca',
  L: 'lờ',
  M: 'em',
  N: 'en',
  O: 'ô',
  Ô: 'ô',
  Ơ: 'ơ',
  P: 'pê',
  Q: 'quy',
  R: 'rờ',
  S: 'ét',
  T: 'tê',
  U: 'u',
  Ư: 'ư',
  V: 'vê',
  W: 'vê kép',
  X: 'ích',
  Y: 'y',
  Z: 'dét',
};

/** Letters one by one by name, the way the glossary says them: `BHYT` → `bê hát y tê`. */
export function spell(letters: string): string {
  return [...letters].map((character) => names[character.toUpperCase()] ?? character).join(' ');
}

const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:a[iouy]?|e[ou]?|i(?:a|e|eu|u)?|o(?:a[iy]?|e|i)?|u(?:a|ay|e|i|oi?|ou|u|y|ya|ye|yu)?|y(?:e|eu)?)(?:ch|ng|nh|[cmnpt])?$/;

/** Could these letters without tone marks be one Vietnamese syllable? `THI` yes, `OTP` no. */
export function pronounceable(letters: string): boolean {
  return syllable.test(letters.toLowerCase());
}
