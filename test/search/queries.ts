/**
 * Development questions: what a reader may type, in ten ways of typing, with the guides that answer. Written from what people want to
 * do, not from the titles. They steer the machinery only; words of the content are not tuned to them.
 */
import { telex, vni } from './typing.ts';

export const styles = ['marks', 'folded', 'old-tone', 'telex', 'vni', 'typo', 'regional', 'abbreviation', 'question', 'question-folded'] as const;
export type Style = (typeof styles)[number];
/** A question and the numbers of the guides of which any one is a right answer. */
export interface DevQuery { readonly style: Style; readonly q: string; readonly guides: readonly number[] }

const rows = (style: Style, list: readonly (readonly [string, ...number[]])[], type: (q: string) => string = (q) => q): DevQuery[] =>
  list.map(([q, ...guides]) => ({ style, q: type(q), guides }));

export const devQueries: readonly DevQuery[] = [
  ...rows('marks', [
    ['chữ trên điện thoại bé quá', 2], ['nối wifi ở nhà', 3], ['điện thoại báo đầy bộ nhớ', 8], ['đặt mật khẩu màn hình khóa', 9], ['quên mật khẩu VNeID', 43],
    ['đóng tiền điện qua điện thoại', 65], ['chuyển tiền sai số tài khoản', 66], ['tạo mã nhận tiền', 69, 220], ['tra phạt nguội xe máy', 24], ['thẻ bảo hiểm y tế khi đi khám', 101],
    ['đăng ký khám bệnh', 102], ['người lạ xưng là công an', 84], ['đầu tư tiền ảo', 90, 233], ['khóa thẻ ngân hàng', 67], ['hóa đơn điện tử hộ kinh doanh', 202],
    ['bán hàng trực tiếp trên mạng', 212], ['báo cáo quý phong trào', 409], ['chữ ký số', 52],
  ]),
  ...rows('folded', [
    ['gui anh cho con', 7, 30], ['cai ung dung ngan hang', 60], ['goi dien thay mat chau', 31], ['lam dinh danh muc 2', 41], ['dua bang lai xe vao vneid', 42],
    ['nop ho so truc tuyen', 47], ['xem ho so den dau', 48], ['vi dien tu', 64], ['bien lai chuyen tien gia', 68, 222], ['mat dien thoai', 44],
    ['tim viec lam', 105], ['hoc binh dan hoc vu so', 103], ['xac thuc hai lop', 83], ['chan so la goi', 91], ['gui tiet kiem', 230],
    ['day nguoi gia dung may', 406], ['thoi tiet bao lu', 23], ['mo gian hang', 210],
  ]),
  ...rows('old-tone', [
    ['khoá thẻ gấp', 67], ['hoá đơn thuế', 202], ['xoá bớt ảnh cho nhẹ máy', 8], ['thuỷ triều bão lũ cảnh báo', 23], ['khoá màn hình', 9],
    ['sổ sức khoẻ', 100], ['uỷ ban xã làm giấy tờ', 50], ['hoà mạng 4G', 4, 13], ['chuyển khoản hoá đơn nước', 65], ['toà án gọi điện doạ', 84],
    ['tài khoản bị khoá vneid', 43, 40], ['thuế khoán bỏ rồi', 202, 203], ['doạ tung ảnh', 151], ['mở khoá bằng vân tay', 9, 63], ['bảo hiểm tiền gửi uỷ quyền', 231],
  ]),
  ...rows('telex', [
    ['cài ứng dụng', 5], ['nói cho máy gõ', 15], ['quét mã trả tiền', 62], ['mật khẩu mạnh', 81], ['mã otp', 82], ['nhóm zalo tổ dân phố', 32],
  ], (q) => telex(q)),
  ...rows('telex', [
    ['điện thoại bị đơ', 14], ['tin giả', 21], ['trẻ em chơi mạng', 93], ['wifi quán cà phê', 94], ['họp trực tuyến', 35], ['khách quen', 201], ['đóng gói hàng gửi khách', 213],
  ], (q) => telex(q, 'after-vowel')),
  ...rows('telex', [['dieenj thoaij mowis mua', 1], ['quen maatj khaaur', 43, 81], ['chuyeenr khoanr nhaamf', 66], ['luaf ddaor vieecj nhej', 86]]),
  ...rows('vni', [
    ['gọi hình cho con', 31], ['tiền an sinh', 45], ['dịch vụ công đăng nhập', 46], ['nộp lệ phí', 49], ['phản ánh kiến nghị', 51], ['căn cước cho con nhỏ', 53],
  ], (q) => vni(q)),
  ...rows('vni', [
    ['điện lực gọi dọa cắt điện', 85], ['bạn bè mượn tiền', 89], ['dữ liệu cá nhân', 92], ['trợ lý trí tuệ nhân tạo', 121, 120], ['sổ thu chi', 200], ['thư điện tử', 33], ['vay tiền qua ứng dụng', 234],
  ], (q) => vni(q, 'after-vowel')),
  ...rows('vni', [['d9ie6n thoai5 bi5 ma6t1', 44], ['cap nha65t ma1y', 6], ['ma4 QR da1n d9e2', 223, 68], ['go4 co1 da6u1', 10]]),
  ...rows('typo', [
    ['quen mat khua vneid', 43], ['chuyen khoan nham tien', 66], ['cai uwng dungj', 5], ['bao hiem y te tren dein thoai', 101], ['xử dụng ví điện tử', 64],
    ['mật khẩu mạng', 81, 3], ['tin nhan lừa đão ngân hang', 85, 88], ['dang ki chữ kí số', 52], ['quét mả qr', 62, 11], ['sổ xức khỏe', 100],
    ['lạp tiền điện', 65], ['canh bao thien tay', 23], ['dinhdanh muc2', 41], ['nhan tin zalo ko duoc', 30], ['lua dao trug thuong', 90],
    ['trực tuyếnn họp', 35], ['xát thực hai lớp', 83], ['cuộc gọi giát', 91], ['bán hàng trên mạn', 210],
  ]),
  ...rows('regional', [
    ['xài wifi chùa có sao hông', 94], ['bị gạt tiền', 80], ['rớt mất điện thoại', 44], ['coi phạt nguội', 24], ['tụi nó kêu nạp tiền làm nhiệm vụ', 86],
    ['bả giả bộ con gái kẹt tiền gọi video', 87], ['kiếm việc trên mạng', 105], ['gởi hình cho sắp nhỏ', 7, 30], ['máy bàn phím cục gạch đổi qua máy mới', 13], ['mắt mờ coi chữ hổng thấy', 2, 302],
    ['lãng tai nghe điện thoại không rõ', 303, 2], ['nhà băng kêu đọc mã', 82, 85], ['bỏ ống heo mỗi ngày', 232], ['mua đồ trên mạng bị giao hàng dỏm', 106], ['ghi sổ nợ bạn hàng', 200, 201],
    ['đi nhà thương đưa thẻ trong điện thoại', 101], ['lên xã làm giấy tờ', 50], ['hỏi con ro bot viết bài', 121, 120], ['chụp hình rau củ đăng bán', 211], ['góp hụi lời cao', 233, 232],
  ]),
  ...rows('abbreviation', [
    ['cài vneid', 40], ['dk dvc', 46], ['bhyt', 101], ['mất sđt otp', 82, 44], ['ck nhầm', 66], ['tạo qr nhận tiền', 69, 220], ['đổi mk', 81], ['ai là gì', 120],
    ['2fa', 83], ['sd vssid bhxh', 101], ['fb bị hack', 89], ['hđđt hkd', 202], ['tk ngân hàng online', 60], ['dvc nộp hs', 47], ['cccd cho bé', 53],
    ['nv công an gọi', 84], ['lop bdhvs', 103], ['tt công nghệ số 4t', 400, 401, 210, 220],
  ]),
  ...rows('question', [
    ['Làm sao cho chữ to lên để tôi đọc?', 2], ['Điện thoại của tôi không nghe thấy tiếng thì làm thế nào?', 14, 2], ['Làm sao biết tin trên mạng là thật?', 21], ['Có nên đọc mã gửi về máy cho nhân viên ngân hàng không?', 82],
    ['Ngân hàng bắt quét mặt thì làm ở đâu?', 63], ['Bán hàng nhỏ ở chợ có phải nộp thuế không?', 202], ['Khách đưa ảnh chuyển tiền mà tôi không thấy tiền vào thì sao?', 221, 222, 68], ['Người già nằm liệt giường thì làm căn cước thế nào?', 54],
    ['Muốn biết hồ sơ của tôi xong chưa thì xem ở đâu?', 48], ['Con tôi bị bạn chửi trên mạng, tôi phải làm gì?', 151, 93], ['Làm sao để máy đọc chữ cho người mù nghe?', 300, 301], ['Gửi tiền ngân hàng phá sản thì có mất không?', 231],
    ['Trợ lý AI nói sai thì sao tôi biết?', 122], ['Viết bài tập bằng AI có bị coi là gian lận không?', 123], ['Muốn dạy mấy bác trong thôn dùng điện thoại thì chuẩn bị gì?', 406, 400], ['Mất sóng ở máy cũ, có phải mua máy mới không?', 13],
    ['Sao trang dịch vụ công bắt đăng nhập bằng VNeID?', 46], ['Tôi muốn trả hàng mua trên mạng thì làm sao?', 106, 214], ['Bấm vào đường link lạ rồi có sao không?', 88, 80], ['Ngày 10 tháng 10 xã mình tổ chức thế nào?', 405],
  ]),
  ...rows('question-folded', [
    ['lam sao de tai zalo ve may', 30, 5], ['dien thoai nong va cham thi phai lam gi', 14], ['lam the nao de noi chuyen voi con ben nuoc ngoai co thay mat', 31], ['co phai cong an goi dien yeu cau chuyen tien khong', 84],
    ['muon nhan tien tro cap qua tai khoan thi dang ky o dau', 45], ['mua hang tren mang bi lua thi lam gi', 80, 106], ['dung chung may tinh o co quan co can thoat ra khong', 135, 131], ['lam sao biet khach da chuyen tien that', 221, 222, 68],
    ['quen mat ma so mo man hinh thi sao', 9, 14], ['tre con bao nhieu tuoi duoc lam can cuoc', 53], ['gui don len xa qua mang duoc khong', 47, 51], ['o nha co lam duoc giay to khong can len xa', 47],
    ['hop dong lao dong ky tren dien thoai co gia tri khong', 133], ['lam sao luu anh giay to de tim lai', 22], ['ban hang thi dung ma qr cua ai', 220, 69], ['video hinh nguoi quen xin tien co that khong', 87],
    ['muon lam dai su so thi phai lam gi', 401], ['app vay tien nhanh doi xem danh ba co nen vay khong', 234], ['goi cap mang 4g het nhanh qua lam sao', 4], ['co nen bam vao tin nhan trung thuong khong', 90, 88],
  ]),
];

/** Questions whose answer is no guide but a plan, a unit, a list: only the fused list can find these. Any address that starts so is right. */
export const siteQueries: readonly { readonly q: string; readonly addresses: readonly string[] }[] = [
  { q: 'kế hoạch 1410 Lâm Đồng', addresses: ['/ke-hoach/lam-dong-1410/'] }, { q: 'ke hoach cua bo khoa hoc cong nghe', addresses: ['/ke-hoach/bkhcn-550/', '/don-vi/'] },
  { q: 'Sở Nội vụ Cao Bằng làm gì', addresses: ['/ke-hoach/cao-bang-noi-vu/', '/don-vi/'] }, { q: 'so sánh chỉ tiêu các kế hoạch', addresses: ['/chi-tieu/'] },
  { q: 'lịch phong trào bình dân học vụ số', addresses: ['/lich/'] }, { q: 'độ phủ nhiệm vụ', addresses: ['/do-phu/'] },
  { q: 'nguồn tài liệu của sổ tay', addresses: ['/nguon/'] }, { q: 'nhiệm vụ của đoàn thanh niên', addresses: ['/ke-hoach/', '/don-vi/', '/mang-viec/'] },
  { q: 'don vi chu tri cho so 4t', addresses: ['/ke-hoach/', '/don-vi/', '/mang-viec/', '/cho-so/'] }, { q: 'ủy ban nhân dân cấp xã chủ trì nhiệm vụ nào', addresses: ['/don-vi/', '/ke-hoach/'] },
  { q: 'kỹ năng bảo vệ thiết bị', addresses: ['/ky-nang/'] }, { q: 'bài cho người khuyết tật', addresses: ['/danh-cho/', '/mang-viec/', '/huong-dan/nguoi-huong-dan/day-nguoi-khuyet-tat/'] },
];
