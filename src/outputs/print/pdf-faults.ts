/** What a sheet must be before it is handed out: its pages, its tags, its letters. Pure. */
import type { PdfFacts } from '../../books/pdf-facts.ts';
import type { SheetFile } from './print-kit.ts';
import { printFamily } from '../../books/print-letters.ts';

/** What is wrong with a PDF; empty when it may be handed out. */
export function pdfFaults(file: SheetFile, facts: PdfFacts): string[] {
  return [
    ...(facts.pages < file.least || facts.pages > file.most
      ? [
          `${facts.pages} trang, phải là ${file.least === file.most ? file.least : `${file.least}–${file.most}`}`,
        ]
      : []),
    ...(facts.tagged ? [] : ['thiếu thẻ cấu trúc']),
    ...(facts.roles.has('H1') ? [] : ['thiếu tiêu đề H1']),
    ...(facts.title.startsWith(file.title) ? [] : [`tên tệp trong PDF là “${facts.title}”`]),
    ...(facts.language === 'vi' ? [] : [`ngôn ngữ là “${facts.language}”`]),
    ...(facts.text.some((text) => /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u.test(text))
      ? []
      : ['không lấy được chữ có dấu']),
    ...[...facts.fonts]
      .filter((font) => font !== printFamily)
      .map((font) => `có chữ in bằng phông ${font}, phải là ${printFamily} kèm trong tệp`),
    ...(facts.fonts.has(printFamily) ? [] : [`không có chữ nào in bằng phông ${printFamily}`]),
  ];
}
