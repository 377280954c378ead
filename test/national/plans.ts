/**
 * Hand-made expectations for the six plans of the Movement in the handbook.
 *
 * Read from the original documents only, never from the content files: the table is there to
 * check those files. Line numbers in comments (`l. 93`) are lines of the named source file.
 *
 * Conventions
 * - A unit name starts with a capital here even where it stands in the middle of a list in the
 *   document ("..., các sở, ngành có liên quan" → "Các sở, ngành có liên quan").
 * - An enumeration is split into single units. A generic group is one phrase, commas and all
 *   ("Các sở, ngành có liên quan"); so is a proper name with a comma in it
 *   ("Sở Văn hóa, Thể thao và Du lịch").
 * - Abbreviations stay as the document has them ("UBND các tỉnh, …" and "Ủy ban nhân dân các
 *   tỉnh, …" both occur in QĐ 550). Spelling and letter-case slips in a name are put right; each
 *   such place has a comment.
 * - Only a task's own lines ("Đơn vị chủ trì", "Cơ quan chủ trì", "Cơ quan thực hiện", "Đơn vị /
 *   Cơ quan phối hợp") count as naming a unit. The part "Tổ chức thực hiện" is not mixed in.
 */

/** Who issued the plan. */
type ExpectedLevel = 'central' | 'ministry' | 'province' | 'department' | 'commune';

/** When a task is to be done, as the document says it. */
type ExpectedTime =
  /** A single month, 'YYYY-MM'. */
  | { readonly kind: 'once'; readonly month: string }
  /** "Thường xuyên"; `from` ('YYYY-MM') when a first month is named. */
  | { readonly kind: 'ongoing'; readonly from?: string }
  /** Each year on one day. */
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  /** "Định kỳ hằng tuần". */
  | { readonly kind: 'weekly' }
  /** One school year, 'YYYY-YYYY'. */
  | { readonly kind: 'school-year'; readonly years: string }
  /** Hangs on another plan or on guidance still to come; no date of its own. */
  | { readonly kind: 'on-instruction' }
  /** The document says nothing about time. */
  | { readonly kind: 'not-stated' };

/** Periodic report asked by the plan; the day is one of the last month of the quarter. */
interface ExpectedReporting {
  readonly every: 'quarter';
  readonly day: number;
  /** 'by': "chậm nhất vào ngày" (the day counts); 'before': "trước ngày" (it does not). */
  readonly limit: 'by' | 'before';
}

/** One numbered (or lettered) task. */
interface ExpectedTask {
  /** Item number as in file names: lower case, dots to dashes ('2-1', 'iv-4-4-c'). */
  readonly id: string;
  /** Units in charge, in the document's order; [] when the task names none. */
  readonly lead: readonly string[];
  /** Coordinating units, in the document's order; [] when the task names none. */
  readonly coordinating: readonly string[];
  readonly time: ExpectedTime;
  /** Does the document state an expected result ("Kết quả dự kiến") for this task? */
  readonly hasResult: boolean;
}

/** One target figure. */
interface ExpectedIndicator {
  /** Item the figure stands in, e.g. 'III.1.4'. */
  readonly item: string;
  /** Place of the bullet (from 1) where the item is a list of unnumbered bullets. */
  readonly n?: number;
  readonly year: number;
  readonly value: number;
  readonly unit: 'percent' | 'million-people';
  readonly comparator: 'equal' | 'more-than' | 'at-least';
  /** 'skills': knows and can use; 'confirmed': confirmed on VNeID. */
  readonly measure: 'skills' | 'confirmed';
  /** The group, quoted from the document. */
  readonly whom: string;
}

/** One plan. */
export interface ExpectedPlan {
  readonly id: string;
  /** Number without inner spaces; null when the document leaves it blank or lacks its head. */
  readonly number: string | null;
  /** 'YYYY-MM-DD'; null when the document leaves it blank or lacks its head. */
  readonly date: string | null;
  /** Last day, month or year of the plan; null when the document names none. */
  readonly until: string | null;
  readonly signerName: string | null;
  readonly level: ExpectedLevel;
  /** True when the body of the plan was not available in full. */
  readonly partial: boolean;
  readonly reporting: ExpectedReporting | null;
  /**
   * Documents the plan rests on directly ("Căn cứ …", "Thực hiện …"). Not those merely named in
   * the title of another. Compare whole numbers: '01-KH/BCĐ' is not '01-KH/BCĐTW'.
   */
  readonly legalBasisNumbers: readonly string[];
  readonly tasks: readonly ExpectedTask[];
  readonly indicators: readonly ExpectedIndicator[];
}

/** The expectations, one entry for each plan. */
export const expectedPlans: ExpectedPlan[] = [
  // ---------------------------------------------------------------------------------------------
  // QĐ 550/QĐ-BKHCN — seeds/003_7d97ee0ca6274b9a.txt
  // ---------------------------------------------------------------------------------------------
  {
    id: 'bkhcn-550',
    number: '550/QĐ-BKHCN',
    date: '2025-04-14',
    until: null,
    signerName: 'Nguyễn Mạnh Hùng',
    level: 'ministry',
    partial: false,
    // l. 107: "định kỳ hàng quý … chậm nhất vào ngày 15 của tháng cuối quý"
    reporting: { every: 'quarter', day: 15, limit: 'by' },
    legalBasisNumbers: ['55/2025/NĐ-CP', '01-KH/BCĐTW'],
    tasks: [
      {
        id: '2-1',
        lead: [
          'Văn phòng Đảng ủy Bộ',
          'Công đoàn ngành',
          'Đoàn Thanh niên Bộ',
          'Các cơ quan, đơn vị thuộc Bộ',
        ],
        coordinating: ['Cục Chuyển đổi số quốc gia'],
        time: { kind: 'once', month: '2025-04' },
        hasResult: true,
      },
      {
        id: '2-2',
        lead: [
          'Trung tâm Nghiên cứu và Phát triển truyền thông khoa học và công nghệ',
          'Trung tâm Công nghệ thông tin',
          'Báo VnExpress',
        ],
        coordinating: ['Các cơ quan, đơn vị thuộc Bộ'],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-3',
        lead: ['Vụ Kế hoạch - Tài chính'],
        coordinating: ['Các đơn vị chủ trì thực hiện nhiệm vụ tại Kế hoạch'],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-4',
        lead: ['Vụ Kinh tế và Xã hội số'],
        coordinating: [
          'Vụ Tổ chức cán bộ',
          'Cục Chuyển đổi số quốc gia',
          'Học viện Công nghệ Bưu chính Viễn thông',
          'Các cơ quan, đơn vị liên quan',
        ],
        time: { kind: 'once', month: '2025-04' },
        hasResult: true,
      },
      {
        id: '2-5',
        lead: ['Cục Chuyển đổi số quốc gia'],
        // l. 56 goes on with what these units do ("ứng dụng trợ lý ảo để …"); the name ends before it.
        coordinating: [
          'Các cơ quan, đơn vị chủ quản Nền tảng học trực tuyến mở đại trà thực hiện Phong trào',
        ],
        time: { kind: 'once', month: '2025-06' },
        hasResult: true,
      },
      {
        id: '2-6',
        lead: ['Vụ Tổ chức cán bộ'],
        coordinating: [
          'Công đoàn ngành',
          'Văn phòng Bộ',
          'Cục Chuyển đổi số quốc gia',
          'Các cơ quan, đơn vị thuộc Bộ',
        ],
        // l. 62: "Theo kế hoạch bồi dưỡng, tập huấn cụ thể."
        time: { kind: 'on-instruction' },
        hasResult: true,
      },
      {
        id: '2-7',
        lead: ['Vụ Kinh tế và Xã hội số'],
        coordinating: [
          'Học viện Công nghệ Bưu chính Viễn thông',
          'Công đoàn ngành',
          'Đoàn Thanh niên Bộ',
          'Cục Chuyển đổi số quốc gia',
          'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
        ],
        time: { kind: 'yearly', month: 10, day: 10 },
        hasResult: true,
      },
      {
        id: '2-8',
        lead: ['Cục Chuyển đổi số quốc gia'],
        coordinating: [
          'Vụ Kinh tế và Xã hội số',
          'Học viện Công nghệ Bưu chính Viễn thông',
          'Tổng công ty Truyền thông đa phương tiện VTC',
          'Các đơn vị đầu mối của Bộ Công an, Bộ Giáo dục và Đào tạo',
        ],
        // l. 72: "theo kế hoạch phối hợp với Bộ Công an và Bộ Giáo dục và Đào tạo"
        time: { kind: 'on-instruction' },
        hasResult: true,
      },
      {
        id: '2-9',
        lead: ['Cục Viễn thông'],
        coordinating: ['Các doanh nghiệp viễn thông, doanh nghiệp công nghệ số'],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-10',
        lead: ['UBND các tỉnh, thành phố trực thuộc Trung ương'],
        coordinating: [
          'Cục Chuyển đổi số quốc gia',
          'Vụ Kinh tế và Xã hội số',
          'Trung tâm Internet Việt Nam',
        ],
        time: { kind: 'once', month: '2025-05' },
        hasResult: true,
      },
      {
        id: '2-11',
        lead: ['Các cơ quan, đơn vị thuộc Bộ'],
        coordinating: [
          'Vụ Khoa học kỹ thuật và công nghệ',
          'Cục Đổi mới sáng tạo',
          'Cục Chuyển đổi số quốc gia',
          'Trung tâm Internet Việt Nam',
        ],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-12',
        lead: ['Học viện Công nghệ Bưu chính Viễn thông'],
        coordinating: ['Trung tâm Internet Việt Nam', 'Các đơn vị liên quan thuộc Bộ'],
        time: { kind: 'once', month: '2025-06' },
        hasResult: true,
      },
      {
        id: '2-13',
        lead: ['Học viện Công nghệ Bưu chính Viễn thông'],
        coordinating: [
          'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
          'Trung tâm Internet Việt Nam',
          'Các đơn vị liên quan thuộc Bộ',
        ],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-14',
        lead: ['Cục Chuyển đổi số quốc gia'],
        coordinating: [
          'Các cơ quan, đơn vị liên quan thuộc Bộ Khoa học và Công nghệ',
          'Đơn vị đầu mối của Ban Tuyên giáo và Dân vận Trung ương, Văn phòng Trung ương Đảng, Bộ Công an, Bộ Giáo dục và Đào tạo',
        ],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
    ],
    indicators: [],
  },

  // ---------------------------------------------------------------------------------------------
  // Sở Khoa học và Công nghệ Bình Phước — seeds/000_d10d341b742f990e.txt
  // Number ("Số:      /KH-SKHCN"), day and month, and the signer's name are blank (l. 13, 18, 212).
  // ---------------------------------------------------------------------------------------------
  {
    id: 'binh-phuoc-skhcn',
    number: null,
    date: null,
    until: null,
    signerName: null,
    level: 'department',
    partial: false,
    reporting: null,
    // 57-NQ/TW stands only in the title of 57/KH-UBND (l. 30-34).
    legalBasisNumbers: ['57/KH-UBND', '115/KH-UBND'],
    tasks: [
      {
        id: '2-1',
        lead: ['Văn phòng Sở'],
        coordinating: ['Các phòng, đơn vị trực thuộc Sở'],
        time: { kind: 'once', month: '2025-04' },
        hasResult: true,
      },
      {
        id: '2-2',
        lead: ['Trung tâm KHCN&CĐS'],
        coordinating: ['Các phòng, đơn vị trực thuộc Sở'],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
      {
        id: '2-3',
        lead: ['Phòng Chuyển đổi số'],
        coordinating: ['Các phòng, đơn vị trực thuộc Sở'],
        // l. 137: "Theo kế hoạch bồi dưỡng, tập huấn cụ thể."
        time: { kind: 'on-instruction' },
        hasResult: true,
      },
      {
        id: '2-4',
        // l. 155 has "Phòng chuyển đổi số".
        lead: ['Phòng Chuyển đổi số'],
        coordinating: ['Các phòng, đơn vị trực thuộc Sở'],
        time: { kind: 'yearly', month: 10, day: 10 },
        // The only task of this plan without "Kết quả dự kiến" (it has "Nội dung", l. 149-153).
        hasResult: false,
      },
      {
        id: '2-5',
        // l. 166-168 has "Phòng chuyển đổi số và Phòng Quản lý Khoa hoc và Công nghệ".
        lead: ['Phòng Chuyển đổi số', 'Phòng Quản lý Khoa học và Công nghệ'],
        coordinating: ['Các phòng, đơn vị trực thuộc Sở'],
        time: { kind: 'ongoing' },
        hasResult: true,
      },
    ],
    indicators: [],
  },

  // ---------------------------------------------------------------------------------------------
  // Kế hoạch 01-KH/BCĐTW — facts/khung-ky-nang-so.md, section 5 (a summary, not the plan itself)
  // Signer, legal basis and reporting are not in section 5; tasks are not checked. `item` is the
  // number of the row, `n` the place of the figure in it.
  // ---------------------------------------------------------------------------------------------
  {
    id: 'trung-uong-01',
    number: '01-KH/BCĐTW',
    date: '2025-03-21',
    until: null,
    signerName: null,
    level: 'central',
    partial: true,
    reporting: null,
    legalBasisNumbers: [],
    tasks: [],
    indicators: [
      {
        item: '5.4',
        n: 1,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'khu vực công',
      },
      {
        item: '5.4',
        n: 2,
        year: 2025,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh trung học và sinh viên',
      },
      {
        item: '5.4',
        n: 3,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người trưởng thành',
      },
      {
        item: '5.4',
        n: 4,
        year: 2025,
        value: 40,
        unit: 'million-people',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'người trưởng thành',
      },
      {
        item: '5.4',
        n: 5,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
      {
        item: '5.5',
        n: 1,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'khu vực công',
      },
      {
        item: '5.5',
        n: 2,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh từ tiểu học',
      },
      {
        item: '5.5',
        n: 3,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người trưởng thành',
      },
      {
        item: '5.5',
        n: 4,
        year: 2026,
        value: 60,
        unit: 'million-people',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'người',
      },
      {
        item: '5.5',
        n: 5,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
    ],
  },

  // ---------------------------------------------------------------------------------------------
  // Lâm Đồng, KH 1410/KH-UBND — seeds/002_2966491e1b32d13c.txt (tasks: part III; figures: part II)
  // ---------------------------------------------------------------------------------------------
  {
    id: 'lam-dong-1410',
    number: '1410/KH-UBND',
    date: '2025-08-08',
    until: null,
    signerName: 'Hồ Văn Mười',
    level: 'province',
    partial: false,
    // l. 161: reports "theo yêu cầu của các cơ quan cấp trên", no period.
    reporting: null,
    // l. 15 writes the central plan's number '01/KH-BCĐTW'; QĐ 550 writes '01-KH/BCĐTW'. Same document.
    // 174-KH/TU stands under "Mục đích" (l. 33), not under "Căn cứ".
    legalBasisNumbers: ['57-NQ/TW', '71/NQ-CP', '03/NQ-CP', '146/QĐ-TTg', '01/KH-BCĐTW'],
    tasks: [
      {
        id: '1',
        lead: ['Sở Khoa học và Công nghệ'],
        coordinating: ['Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh', 'Các sở, ngành có liên quan'],
        time: { kind: 'ongoing', from: '2025-07' },
        hasResult: false,
      },
      {
        id: '2',
        lead: ['Công an tỉnh'],
        coordinating: [
          'Sở Khoa học và Công nghệ',
          'Sở Văn hóa, Thể thao và Du lịch',
          'Các sở, ngành có liên quan',
        ],
        // l. 91: "thường xuyên, bắt đầu triển khai ngay sau khi có hướng dẫn, hỗ trợ của Bộ Công an" — no
        // month.
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: '3',
        lead: ['Sở Khoa học và Công nghệ'],
        coordinating: ['Các sở, ngành, doanh nghiệp, địa phương có liên quan'],
        time: { kind: 'ongoing', from: '2025-07' },
        hasResult: false,
      },
      {
        id: '4-1',
        lead: ['Sở Khoa học và Công nghệ'],
        coordinating: ['Sở Nội vụ', 'Các sở, ngành, địa phương, cơ quan, đơn vị có liên quan'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
      {
        id: '4-2',
        lead: ['Sở Khoa học và Công nghệ'],
        coordinating: ['Sở Nội vụ', 'Các sở, ngành, địa phương có liên quan'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
      {
        id: '5',
        lead: ['Sở Khoa học và Công nghệ'],
        coordinating: ['Ủy ban nhân dân các địa phương', 'Các sở, ngành có liên quan'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
      {
        id: '6',
        lead: ['Sở Giáo dục và Đào tạo'],
        coordinating: ['Các trường từ tiểu học đến đại học', 'Các cơ quan liên quan trên địa bàn tỉnh'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
      {
        id: '7',
        lead: ['Tỉnh đoàn Lâm Đồng'],
        coordinating: ['Các sở, ngành, địa phương có liên quan'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
      {
        id: '8',
        // One unit. l. 145 has "truyền hình", l. 230 "Truyền hình"; the latter is taken.
        lead: ['Báo và Phát thanh, Truyền hình Lâm Đồng'],
        coordinating: ['Các sở, ngành có liên quan'],
        time: { kind: 'ongoing', from: '2025-08' },
        hasResult: false,
      },
    ],
    indicators: [
      {
        item: 'II.1',
        n: 1,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong các cơ quan',
      },
      {
        item: 'II.1',
        n: 2,
        year: 2025,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh trung học và sinh viên',
      },
      {
        item: 'II.1',
        n: 3,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'II.1',
        n: 4,
        year: 2025,
        value: 70,
        unit: 'percent',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'II.1',
        n: 5,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong các doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
      {
        item: 'II.2',
        n: 1,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong các cơ quan',
      },
      {
        item: 'II.2',
        n: 2,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh từ tiểu học trở lên',
      },
      {
        item: 'II.2',
        n: 3,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người dân trưởng thành',
      },
      {
        item: 'II.2',
        n: 4,
        year: 2026,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'II.2',
        n: 5,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong các doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
    ],
  },

  // ---------------------------------------------------------------------------------------------
  // A commune of Gia Lai — seeds/001_f946503f20679c87.txt (tasks: part IV; figures: part III)
  // The head with number and date is missing. No task has a line for coordinating units or results.
  // ---------------------------------------------------------------------------------------------
  {
    id: 'gia-lai-xa',
    number: null,
    date: null,
    until: null,
    signerName: 'Phạm Văn Cường',
    level: 'commune',
    partial: false,
    // l. 473-474: "Định kỳ trước ngày 15 của tháng cuối hằng quý"
    reporting: { every: 'quarter', day: 15, limit: 'before' },
    legalBasisNumbers: ['57-NQ/TW', '01-KH/BCĐ'],
    tasks: [
      {
        id: 'iv-1-1',
        lead: ['Ban Xây dựng Đảng Đảng ủy'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-1-2',
        // l. 164: "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã"
        lead: ['Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-1-3',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-1-4',
        // So in l. 180 ("các xã"), in a plan of one commune; every other task has "Ủy ban nhân dân xã".
        lead: ['Ủy ban nhân dân các xã'],
        coordinating: [],
        // The text names "ngày 10/10 hằng năm" (l. 176); the time line only "Định kỳ, thường xuyên" (l. 182).
        time: { kind: 'yearly', month: 10, day: 10 },
        hasResult: false,
      },
      // IV.2.1 to IV.2.3 have neither "Cơ quan thực hiện" nor "Thời gian" (l. 184-197).
      { id: 'iv-2-1', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-2-2', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-2-3', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      {
        id: 'iv-3-1',
        lead: ['Công an xã'],
        coordinating: [],
        time: { kind: 'on-instruction' },
        hasResult: false,
      },
      {
        id: 'iv-3-2',
        lead: ['Công an xã'],
        coordinating: [],
        time: { kind: 'on-instruction' },
        hasResult: false,
      },
      {
        id: 'iv-3-3',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-3-4',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-4-1-a',
        lead: ['Ban Xây dựng Đảng Đảng ủy'],
        coordinating: [],
        // l. 246: "Theo hướng dẫn của Ban Tuyên giáo và Dân vận Tỉnh ủy."
        time: { kind: 'on-instruction' },
        hasResult: false,
      },
      {
        id: 'iv-4-1-b',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      // IV.4.2: unit and time given once after c (l. 271-273).
      {
        id: 'iv-4-2-a',
        lead: [
          'Ủy ban nhân dân xã',
          'Các chi bộ trường học trên địa bàn xã',
          'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
        ],
        coordinating: [],
        time: { kind: 'school-year', years: '2025-2026' },
        hasResult: false,
      },
      {
        id: 'iv-4-2-b',
        lead: [
          'Ủy ban nhân dân xã',
          'Các chi bộ trường học trên địa bàn xã',
          'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
        ],
        coordinating: [],
        time: { kind: 'school-year', years: '2025-2026' },
        hasResult: false,
      },
      {
        id: 'iv-4-2-c',
        lead: [
          'Ủy ban nhân dân xã',
          'Các chi bộ trường học trên địa bàn xã',
          'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
        ],
        coordinating: [],
        time: { kind: 'school-year', years: '2025-2026' },
        hasResult: false,
      },
      // IV.4.3: given once after b (l. 286-288).
      {
        id: 'iv-4-3-a',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-4-3-b',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      // IV.4.4: given once after e (l. 316-318); letter a itself says "Định kỳ hằng tuần" (l. 292).
      {
        id: 'iv-4-4-a',
        lead: ['Ủy ban nhân dân xã', 'Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'weekly' },
        hasResult: false,
      },
      {
        id: 'iv-4-4-b',
        // The sentence of b speaks of làng, tổ dân phố, Tổ công nghệ số cộng đồng and the
        // socio-political organisations working together (l. 297-299); that is content, not a
        // line naming units.
        lead: ['Ủy ban nhân dân xã', 'Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-4-4-c',
        lead: ['Ủy ban nhân dân xã', 'Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-4-4-d',
        lead: ['Ủy ban nhân dân xã', 'Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-4-4-e',
        lead: ['Ủy ban nhân dân xã', 'Mặt trận Tổ quốc', 'Các tổ chức chính trị - xã hội xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-1',
        // l. 331 has "Hồ Chính Minh".
        lead: ['Ủy ban nhân dân xã', 'Công an xã', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-2',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-3',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-4',
        lead: ['Công an xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-5',
        lead: ['Ủy ban nhân dân xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
      {
        id: 'iv-5-6',
        // l. 383 has "Hồ Chính Minh".
        lead: ['Đoàn Thanh niên Cộng sản Hồ Chí Minh xã'],
        coordinating: [],
        time: { kind: 'ongoing' },
        hasResult: false,
      },
    ],
    // "100% công dân từ 16 tuổi có danh tính số" (IV.5.4) is part of a task, not of part III.
    indicators: [
      {
        item: 'III.1.1',
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong khu vực công',
      },
      {
        item: 'III.1.2',
        year: 2025,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh trung học',
      },
      {
        item: 'III.1.3',
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'III.1.4',
        year: 2025,
        value: 58,
        unit: 'percent',
        comparator: 'more-than',
        measure: 'confirmed',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'III.1.5',
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong các doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
      {
        item: 'III.2.1',
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong khu vực công',
      },
      {
        item: 'III.2.2',
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'học sinh từ cấp tiểu học',
      },
      {
        item: 'III.2.3',
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người dân trưởng thành',
      },
      {
        item: 'III.2.4',
        year: 2026,
        value: 90,
        unit: 'percent',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'người dân trong độ tuổi trưởng thành',
      },
      {
        item: 'III.2.5',
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'người lao động trong các doanh nghiệp, hợp tác xã, liên hiệp hợp tác xã',
      },
    ],
  },

  // ---------------------------------------------------------------------------------------------
  // Sở Nội vụ Cao Bằng — seeds/004_3d86b28592508561.txt (tasks: part IV; figures: part III)
  // The head with number and date is missing. Part IV names no unit, no time and no result.
  // ---------------------------------------------------------------------------------------------
  {
    id: 'cao-bang-noi-vu',
    number: null,
    date: null,
    until: null,
    signerName: 'Lý Đức Bằng',
    level: 'department',
    partial: false,
    reporting: null,
    // 285-CV/ĐU stands only as the subject of 1495/UBND-VX (l. 11-15).
    // 506/KH-UBND and 1902/QĐ-UBND are footnotes (l. 152-153), not the basis.
    legalBasisNumbers: ['465-KH/TU', '1495/UBND-VX'],
    tasks: [
      // Part VI.1 gives Văn phòng Sở the posting of news on the department's site (l. 265-269; near IV.1.1),
      // Ban Thi đua - Khen thưởng the work of IV.2.2 (l. 255-263) and Phòng Tổ chức bộ máy và Công chức
      // viên chức that of IV.4 (l. 231-247). The tasks themselves name nobody, so lead stays [].
      { id: 'iv-1-1', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-1-2', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-2-1', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-2-2', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-3-1', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-3-2', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
      { id: 'iv-4', lead: [], coordinating: [], time: { kind: 'not-stated' }, hasResult: false },
    ],
    indicators: [
      {
        item: 'III.1',
        n: 1,
        year: 2025,
        value: 80,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong ngành Nội vụ',
      },
      {
        item: 'III.1',
        n: 2,
        year: 2025,
        value: 70,
        unit: 'percent',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'cán bộ, công chức, viên chức và người lao động trong ngành Nội vụ',
      },
      // l. 145-147 has "ngành nội vụ".
      {
        item: 'III.2',
        n: 1,
        year: 2026,
        value: 100,
        unit: 'percent',
        comparator: 'equal',
        measure: 'skills',
        whom: 'cán bộ, công chức, viên chức và người lao động trong ngành Nội vụ',
      },
      {
        item: 'III.2',
        n: 2,
        year: 2026,
        value: 90,
        unit: 'percent',
        comparator: 'equal',
        measure: 'confirmed',
        whom: 'cán bộ, công chức, viên chức và người lao động trong ngành Nội vụ',
      },
    ],
  },
];
