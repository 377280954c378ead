/**
 * Words that frame a question more than they say what it is about. They weigh less; they are never removed.
 */
import { fold } from '../vietnamese/text.ts';

/** Weight of a word inside one of these frames. */
const frameWeight = 0.1;
/** Weight of a single stop word. */
const stopWeight = 0.5;

const frameList = `làm sao để|làm thế nào để|làm cách nào để|làm như thế nào|như thế nào|bằng cách nào|phải làm sao|phải làm gì|làm sao|thế nào|ra sao|ở đâu|chỗ nào|là gì|là sao|là cái gì|nghĩa là gì|
có phải không|có được không|được không|có không|hay không|phải không|cho tôi hỏi|cho em hỏi|cho con hỏi|cho hỏi|xin hỏi|hỏi giúp|giúp tôi|giúp tui|giúp mình|giúp với|chỉ tôi|chỉ tui|chỉ giùm|chỉ cho tôi|
tôi muốn|tui muốn|mình muốn|em muốn|con muốn|tôi cần|tôi bị|tui bị|tại sao|vì sao|sao lại|khi nào|bao giờ|bao nhiêu|bao lâu|mấy giờ|cần làm gì|thì sao|thì làm sao|có nên|có cần|cách để`;
const frames: readonly (readonly string[])[] = frameList
  .split(/[|\n]+/)
  .map((line) => fold(line).split(' '))
  .sort((a, b) => b.length - a.length);

const singles = new Set(
  fold(`à ạ ơi nhé nhỉ hả hở vậy thế rồi thì là mà của và hoặc hay với cho để ở tại từ về ra vào lên xuống đi đến tới các những một cái con chiếc này kia đó ấy đây nào gì sao ai tôi tui mình em anh chị bác cô chú ông bà cháu
tao bạn nó họ người ta có không chưa được bị phải cần muốn nên hãy đừng rất quá lắm cũng đã đang sẽ vừa mới còn lại nữa thôi trên dưới trong ngoài bằng cách làm khi lúc nếu như xin hỏi giúp giùm dùm chỉ biết thấy`).split(
    /\s+/,
  ),
);

/** Weight of each syllable of a question, given without marks. */
export function stopWeights(folded: readonly string[]): number[] {
  const weights: number[] = folded.map((single) => (singles.has(single) ? stopWeight : 1));
  for (let i = 0; i < folded.length; i++) {
    const frame = frames.find((candidate) => candidate.every((word, index) => folded[i + index] === word));
    if (!frame) continue;
    for (let j = 0; j < frame.length; j++) weights[i + j] = frameWeight;
    i += frame.length - 1;
  }
  // A question of nothing but frame words still asks something.
  return weights.every((weight) => weight < 1)
    ? weights.map((weight) => (weight === frameWeight ? stopWeight : 1))
    : weights;
}
