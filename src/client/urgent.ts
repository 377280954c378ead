/** Opens what the page says about an emergency when a question sounds like one. */
import { emergencyOf, type EmergencyRule } from '../search/emergency.ts';

const boxes = [...document.querySelectorAll<HTMLDetailsElement>('[data-emergency]')];
const rules = boxes.map((box) => JSON.parse(box.dataset.emergency!) as EmergencyRule);

/** The box of the emergency that a question sounds like. */
export function urgentBox(raw: string, understood: readonly string[] = []): HTMLDetailsElement | undefined {
  return boxes[emergencyOf(rules, raw, understood)];
}
