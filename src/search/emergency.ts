/** Rules that come before any look-up: what is said in an emergency is fixed and was read by people. Pure. */
import { fold } from '../vietnamese/text.ts';
import { syllables } from './syllables.ts';

/**
 * When a rule speaks: lines of which any must hold, and lines of which none may. `+` = and, `|` = or, words
 * without marks.
 */
export interface EmergencyRule {
  readonly when: readonly string[];
  readonly unless: readonly string[];
}

const holds = (line: string, text: string): boolean =>
  line.split('+').every((part) => part.split('|').some((words) => text.includes(` ${words.trim()} `)));

/** Whether a question, in syllables without marks, is this emergency. */
function isEmergency(rule: EmergencyRule, folded: readonly string[]): boolean {
  const text = ` ${folded.join(' ')} `;
  return rule.when.some((line) => holds(line, text)) && !rule.unless.some((line) => holds(line, text));
}

/**
 * Place of the first rule that speaks; -1 when none does. The question is tried as typed and as understood.
 */
export function emergencyOf(
  rules: readonly EmergencyRule[],
  raw: string,
  understood: readonly string[] = [],
): number {
  const typed = syllables(raw).map(fold);
  return rules.findIndex((rule) => isEmergency(rule, typed) || isEmergency(rule, understood));
}
