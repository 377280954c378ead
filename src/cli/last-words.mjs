/**
 * Loaded before every command: what a command did not foresee is told in a sentence, without the program's
 * stack, which helps nobody who did not write it. `TRACE=1` shows it.
 */
process.on('uncaughtException', (error) => {
  if (process.env.TRACE === '1') console.error(error);
  const words = error instanceof Error ? error.message : String(error);
  const isWord = typeof error?.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS');
  console.error(
    isWord
      ? `\nLệnh không hiểu chữ vừa gõ: ${words}`
      : `\nLệnh dừng lại vì một lỗi không lường trước: ${words}\nChưa có gì được phát hành thêm. ` +
          'Người viết mã xem chi tiết bằng TRACE=1 đặt trước lệnh.',
  );
  process.exit(isWord ? 2 : 1);
});
