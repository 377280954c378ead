/**
 * A `setTimeout` that counts turns of the loop of at least a millisecond each, `faster` times faster than
 * in a browser. On a busy machine turns are long, but the worker gets as many of them before its patience
 * ends: with a true clock of milliseconds a kept page came too late now and then, though nothing hung.
 */
export const turnsClock =
  (faster: number) =>
  (work: () => void, milliseconds: number): void => {
    let turns = milliseconds / faster;
    const turn = (): void => {
      turns -= 1;
      if (turns > 0) setTimeout(turn, 1);
      else work();
    };
    setTimeout(turn, 1);
  };
