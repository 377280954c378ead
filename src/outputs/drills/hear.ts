/** A button that says what is heard, where the device has a Vietnamese voice of its own. */
import { deviceVoice } from '../../client/device-voice.ts';

const speech: SpeechSynthesis | undefined = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

/** Adds the button to each voice; without a voice everything can be read all the same. */
export async function offerVoices(boxes: readonly HTMLElement[], name: string): Promise<void> {
  if (boxes.length === 0) return;
  const voice = await deviceVoice(speech);
  if (!speech || typeof voice === 'string') return;
  for (const box of boxes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pill';
    button.textContent = name;
    button.addEventListener('click', () => {
      const line = new SpeechSynthesisUtterance(box.querySelector('[data-say]')?.textContent.trim() ?? '');
      line.voice = voice;
      line.lang = voice.lang;
      speech.cancel();
      speech.speak(line);
    });
    box.append(button);
  }
}
