/** Colours of `tokens.css`, light scheme, that a picture for chats is drawn in; one more is the edition's. */
export const fixed = {
  paper: '#fffdf6',
  ink: '#1d1930',
  margin: '#c2273b',
  white: '#ffffff',
  sun: '#ffe08a',
} as const;
