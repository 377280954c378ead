/** What is printed and how it is said, by kind. Kinds `words` and `addresses` are said with `glossary`, the others without. */
export const glossary = [
  { written: 'OTP', spoken: 'ô tê pê' }, { written: 'AI', spoken: 'ây ai' }, { written: '4G', spoken: 'bốn gờ' }, { written: '4T', spoken: 'bốn tê' }, { written: 'VNeID', spoken: 'vi en i ai đi' },
  { written: 'Zalo', spoken: 'da lô' }, { written: 'Mã QR', spoken: 'mã quy rờ' }, { written: 'BHYT', spoken: 'bê hát y tê' }, { written: 'Wi-Fi', spoken: 'oai phai' }, { written: 'UBND', spoken: 'ủy ban nhân dân' },
  { written: 'Định danh mức 2', spoken: 'định danh mức hai' }, { written: 'CH Play', spoken: 'xê hát pờ lây' }, { written: 'Mật khẩu', spoken: 'mật khẩu' }, { written: 'Facebook', spoken: 'phây búc' },
] as const;

export const cases: Readonly<Record<string, readonly (readonly [printed: string, said: string])[]>> = {
  numbers: [
    ['0', 'không'], ['1', 'một'], ['4', 'bốn'], ['5', 'năm'], ['10', 'mười'], ['11', 'mười một'], ['14', 'mười bốn'], ['15', 'mười lăm'], ['20', 'hai mươi'],
    ['21', 'hai mươi mốt'], ['24', 'hai mươi tư'], ['25', 'hai mươi lăm'], ['55', 'năm mươi lăm'], ['100', 'một trăm'], ['101', 'một trăm linh một'], ['104', 'một trăm linh bốn'], ['110', 'một trăm mười'],
    ['115', 'một trăm mười lăm'], ['121', 'một trăm hai mươi mốt'], ['1005', 'một nghìn không trăm linh năm'], ['2026', 'hai nghìn không trăm hai mươi sáu'], ['10.000', 'mười nghìn'],
    ['1.000.000', 'một triệu'], ['1.000.005', 'một triệu không trăm linh năm'], ['2.050.000.000', 'hai tỷ không trăm năm mươi triệu'], ['1,5', 'một phẩy năm'], ['2,25', 'hai phẩy hai mươi lăm'], ['0,05', 'không phẩy không năm'], ['1.234,5', 'một nghìn hai trăm ba mươi tư phẩy năm'],
    ['2.2.4', 'hai chấm hai chấm bốn'], ['bản 4.0', 'bản bốn chấm không'], ['07', 'không bảy'], ['123456', 'một hai ba, bốn năm sáu'],
  ],
  dates: [
    ['20/11/2026', 'ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['ngày 20/11/2026', 'ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['Ngày 01/04/2025', 'Ngày một tháng tư năm hai nghìn không trăm hai mươi lăm'],
    ['01-04-2025', 'ngày một tháng tư năm hai nghìn không trăm hai mươi lăm'],
    ['2026-11-21', 'ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 4/2025', 'tháng tư năm hai nghìn không trăm hai mươi lăm'], ['(11/2025)', '(tháng mười một năm hai nghìn không trăm hai mươi lăm)'],
    ['ngày 2/9', 'ngày hai tháng chín'], ['dịp 2/9', 'dịp ngày hai tháng chín'], ['30/4', 'ngày ba mươi tháng tư'], ['ngày hội 10/10', 'ngày hội ngày mười tháng mười'], ['tháng 04', 'tháng tư'], ['thứ 4', 'thứ tư'], ['quý 4', 'quý tư'],
    ['quý 3/2026', 'quý ba năm hai nghìn không trăm hai mươi sáu'], ['tháng 3, 6, 9 và 12', 'tháng ba, sáu, chín và mười hai'], ['32/12', 'ba mươi hai trên mười hai'],
  ],
  times: [
    ['8h', 'tám giờ'], ['8h30', 'tám giờ ba mươi'], ['8h05', 'tám giờ năm phút'], ['8g15', 'tám giờ mười lăm'], ['08:30', 'tám giờ ba mươi'], ['17:00', 'mười bảy giờ'], ['8h30 phút', 'tám giờ ba mươi'], ['8 giờ 30 phút', 'tám giờ ba mươi phút'],
    ['12:30:15', 'mười hai giờ ba mươi phút mười lăm giây'], ['24/24h', 'hai mươi bốn trên hai mươi bốn giờ'], ['24/7', 'hai mươi tư trên bảy'], ['48h', 'bốn mươi tám giờ'], ['tỉ lệ 1:10', 'tỉ lệ một trên mười'],
  ],
  ranges: [
    ['5–10 phút', 'năm đến mười phút'], ['5-10 phút', 'năm đến mười phút'], ['5 – 10 phút', 'năm đến mười phút'], ['7h30–11h', 'bảy giờ ba mươi đến mười một giờ'], ['20%–30%', 'hai mươi phần trăm đến ba mươi phần trăm'], ['2024–2030', 'hai nghìn không trăm hai mươi tư đến hai nghìn không trăm ba mươi'],
    ['ngày 1–3/5/2025', 'ngày một đến ngày ba tháng năm năm hai nghìn không trăm hai mươi lăm'], ['1/7/2025–31/12/2026', 'ngày một tháng bảy năm hai nghìn không trăm hai mươi lăm đến ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu'], ['biển 00X0-000.00', 'biển không không ích không không không không chấm không không'],
  ],
  money: [
    ['1.500.000 đồng', 'một triệu năm trăm nghìn đồng'], ['1.500.000đ', 'một triệu năm trăm nghìn đồng'], ['1500000 đồng', 'một triệu năm trăm nghìn đồng'], ['1 500 000 đồng', 'một triệu năm trăm nghìn đồng'], ['50k', 'năm mươi nghìn'], ['2tr5', 'hai triệu năm trăm nghìn'], ['3tr', 'ba triệu'],
    ['20.000đ/kg', 'hai mươi nghìn đồng một ki lô gam'], ['300.000 đồng/tháng', 'ba trăm nghìn đồng một tháng'], ['1,5 triệu đồng', 'một phẩy năm triệu đồng'], ['10 triệu đồng', 'mười triệu đồng'], ['5 USD', 'năm đô la Mỹ'], ['$5', 'năm đô la Mỹ'], ['100.000 VNĐ', 'một trăm nghìn đồng'],
    ['100–150 triệu đồng', 'một trăm đến một trăm năm mươi triệu đồng'],
  ],
  measures: [
    ['20%', 'hai mươi phần trăm'], ['99,9%', 'chín mươi chín phẩy chín phần trăm'], ['5 kg', 'năm ki lô gam'], ['3km', 'ba ki lô mét'], ['12 m²', 'mười hai mét vuông'], ['64 GB', 'sáu mươi tư gi ga bai'], ['100Mbps', 'một trăm mê ga bít một giây'], ['37,5°C', 'ba mươi bảy phẩy năm độ xê'], ['60 km/h', 'sáu mươi ki lô mét một giờ'],
    ['1/2', 'một phần hai'], ['3/4', 'ba phần tư'], ['½', 'một phần hai'], ['2 × 3 = 6', 'hai nhân ba bằng sáu'], ['15 + 15 = 30', 'mười lăm cộng mười lăm bằng ba mươi'], ['Android 12+', 'Android mười hai trở lên'], ['-5°C', 'âm năm độ xê'], ['≥ 18', 'lớn hơn hoặc bằng mười tám'],
  ],
  phones: [
    ['gọi 113', 'gọi một một ba'], ['Gọi 113, 114 hoặc 115 ngay', 'Gọi một một ba, một một bốn hoặc một một năm ngay'], ['tổng đài 156', 'tổng đài một năm sáu'], ['nhắn tin đến 5656', 'nhắn tin đến năm sáu năm sáu'], ['1900 0368', 'một chín không không, không ba sáu tám'], ['19001288', 'một chín không không, một hai tám tám'],
    ['0912345678', 'không chín một hai, ba bốn năm, sáu bảy tám'], ['0912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'], ['0912.345.678', 'không chín một hai, ba bốn năm, sáu bảy tám'], ['+84 912 345 678', 'cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám'], ['(028) 3822 1234', 'không hai tám, ba tám hai hai, một hai ba bốn'],
    ['bấm *101#', 'bấm sao một không một thăng'], ['mã 1234', 'mã một hai ba bốn'], ['thẻ đuôi 1234', 'thẻ đuôi một hai ba bốn'], ['số 1234 phố Huế', 'số một nghìn hai trăm ba mươi tư phố Huế'], ['012345678901', 'không một hai, ba bốn năm, sáu bảy tám, chín không một'],
  ],
  documents: [
    ['Nghị định 69/2024/NĐ-CP', 'Nghị định sáu mươi chín năm hai nghìn không trăm hai mươi tư của Chính phủ'], ['Nghị định số 69/2024/NĐ-CP', 'Nghị định số sáu mươi chín năm hai nghìn không trăm hai mươi tư của Chính phủ'],
    ['theo 69/2024/NĐ-CP', 'theo nghị định số sáu mươi chín năm hai nghìn không trăm hai mươi tư của Chính phủ'], ['Nghị quyết 57-NQ/TW', 'Nghị quyết năm mươi bảy của Trung ương'], ['57-NQ/TW', 'nghị quyết số năm mươi bảy của Trung ương'],
    ['Luật 51/2010/QH12', 'Luật năm mươi mốt năm hai nghìn không trăm mười của Quốc hội khóa mười hai'], ['Quyết định 757/QĐ-BKHCN', 'Quyết định bảy trăm năm mươi bảy của Bộ Khoa học và Công nghệ'], ['Thông tư 02/2025/TT-BGDĐT', 'Thông tư không hai năm hai nghìn không trăm hai mươi lăm của Bộ Giáo dục và Đào tạo'],
    ['Kế hoạch số 1410/KH-UBND', 'Kế hoạch số một nghìn bốn trăm mười của Ủy ban nhân dân'], ['Chỉ thị 18/CT-TTg', 'Chỉ thị mười tám của Thủ tướng Chính phủ'], ['Công văn 557/BKHCN-CĐSQG', 'Công văn năm trăm năm mươi bảy của Bộ Khoa học và Công nghệ, Cục Chuyển đổi số quốc gia'],
  ],
  romans: [
    ['quý IV', 'quý tư'], ['mục II', 'mục hai'], ['Phụ lục I', 'Phụ lục một'], ['Chương XII', 'Chương mười hai'], ['thế kỷ XXI', 'thế kỷ hai mươi mốt'], ['khóa XIV', 'khóa mười bốn'], ['III. Tổ chức thực hiện', 'ba. Tổ chức thực hiện'], ['phần mềm VI', 'phần mềm vi'],
  ],
  words: [
    ['Mã OTP gửi qua Zalo', 'Mã ô tê pê gửi qua da lô'], ['ai hỏi AI', 'ai hỏi ây ai'], ['VNeID mức 2', 'vi en i ai đi mức hai'], ['định danh mức 2', 'định danh mức hai'], ['quét mã QR', 'quét mã quy rờ'], ['QR', 'quy rờ'], ['máy 4G, mô hình 4T', 'máy bốn gờ, mô hình bốn tê'], ['thẻ BHYT', 'thẻ bê hát y tê'], ['wifi và Wi-Fi', 'oai phai và oai phai'],
    ['UBND xã', 'ủy ban nhân dân xã'], ['CCCD', 'căn cước công dân'], ['TP. Huế', 'thành phố Huế'], ['TP.HCM', 'Thành phố Hồ Chí Minh'], ['cam, quýt, v.v.', 'cam, quýt, vân vân'], ['Sở KH&CN', 'Sở khoa học và công nghệ'], ['XYZ', 'ích y dét'], ['NGUYEN THI VAN', 'nguyen thi van'], ['CẨN THẬN', 'cẩn thận'], ['mật khẩu', 'mật khẩu'],
    ['mẫu S1a-HKD', 'mẫu ét một a hát ca đê'], ['giấy A4', 'giấy a bốn'], ['Covid-19', 'Covid mười chín'], ['gõ a8n', 'gõ a tám en'],
  ],
  addresses: [
    ['a.b@gmail.com', 'a chấm bê a còng gờ meo chấm com'], ['vào dichvucong.gov.vn.', 'vào dichvucong chấm gờ o vê chấm vê en.'], ['https://vneid.gov.vn/tai-ve', 'vi en i ai đi chấm gờ o vê chấm vê en gạch chéo tai gạch ngang ve'], ['xem www.abc123.com', 'xem vê kép vê kép vê kép chấm abc một hai ba chấm com'],
  ],
  signs: [
    ['Cài đặt → Trợ năng', 'Cài đặt, rồi Trợ năng'], ['Cài đặt > Trợ năng', 'Cài đặt, rồi Trợ năng'], ['Ctrl+S', 'Ctrl cộng S'], ['nam/nữ', 'nam, nữ'], ['mượn ••••• tới chiều', 'mượn dấu che tới chiều'], ['mẹ & con', 'mẹ và con'], ['Dừng lại – nghĩ đã', 'Dừng lại, nghĩ đã'], ['thường ghi ?123', 'thường ghi? một trăm hai mươi ba'], ['“Đọc” (bấm)', '“Đọc” (bấm)'], ['~30 phút', 'khoảng ba mươi phút'],
  ],
};
