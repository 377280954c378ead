/**
 * The closed list of words that an edition may say otherwise, each with the reason. They greet, invite and
 * name parts. Words that warn, that speak of money, that say who stands behind the handbook, and labels that are
 * taught ("Bước", "Bài") are the same everywhere and stand in no list.
 */
export const changeableWords: Readonly<Record<string, string>> = {
  'home.ask': 'câu hỏi lớn ở trang đầu, gọi bà con theo lối của nơi mình',
  'home.lead': 'câu dưới câu hỏi ấy',
  'home.findLabel': 'chữ trên ô tìm ở trang đầu',
  'home.byNeed': 'tên phần chọn theo việc',
  'home.byAudience': 'tên phần chọn theo người',
  'home.byNumber': 'tên phần tìm theo số',
  'home.byNumberLead': 'nơi mình in số bài ở đâu',
  'home.campaign': 'tên phần kế hoạch ở trang đầu',
  'home.campaignLead': 'kế hoạch nào có ở bản này',
  'home.carry': 'tên phần lưu vào máy ở trang đầu',
  'home.carryLead': 'nơi mình sóng yếu ở đâu',
  'home.teach': 'tên phần cho người đứng lớp',
  'home.teachLead': 'nơi mình mở lớp thế nào',
  'home.market': 'tên phần buôn bán ở trang đầu',
  'home.marketShort': 'tên ngắn của phần ấy',
  'nav.market': 'tên phần buôn bán trong danh mục',
  'nav.lifeEvents': 'tên phần việc đời sống',
  'nav.audiences': 'tên phần chọn theo người',
  'nav.practices': 'tên phần cách làm hay',
  'nav.programmes': 'tên phần buổi tập huấn',
  'nav.announcements': 'tên phần lời loa, tin nhắn nhóm',
  'nav.calendar': 'tên lịch của phong trào',
  'nav.plans': 'tên phần kế hoạch',
};
