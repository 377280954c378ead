/** What one rule of the gate is: its meaning, and the words that an author reads when it is broken. */

/** Words that are always the same, or made from what was found. */
export type Words<Details> = string | ((details: Details) => string);

/** One rule of the catalogue. `Details` is what was found: ids, counts, pieces of text. */
export interface FaultKind<Details extends object> {
  /** What the rule asks for, in one line for the document. Vietnamese. */
  readonly means: string;
  /** What is wrong and what was found. Vietnamese, a whole sentence. */
  readonly message: Words<Details>;
  /** What to write instead. Vietnamese; never only to take away what an author may have meant. */
  readonly fix: Words<Details>;
  /** For developers. English. */
  readonly hint: Words<Details>;
  /** Details of one such fault; the document prints the words that they give. */
  readonly example: Details;
}

/** A rule whose words depend on what was found. */
export const rule = <Details extends object>(kind: FaultKind<Details>): FaultKind<Details> => kind;

/** A rule whose words are always the same. */
export const plain = (
  means: string,
  message: string,
  fix: string,
  hint: string,
): FaultKind<Record<string, never>> => ({ means, message, fix, hint, example: {} });
