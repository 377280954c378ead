/**
 * Loaded before every command: what a command did not foresee is told in a sentence, without the program's
 * stack, which helps nobody who did not write it. `TRACE=1` shows it.
 */
process.on('uncaughtException', (error) => {
  if (process.env.TRACE === '1') console.error(error);
  const words = error instanceof Error ? error.message : String(error);
  console.error(
    `\nLệnh dừng lại vì một lỗi không lường trước: ${words}\nChưa có gì được phát hành thêm. ` +
      'Người viết mã xem chi tiết bằng TRACE=1 đặt trước lệnh.',
  );
  process.exit(1);
});
