// What honest work may show before anybody is asked to look. No text of law gives these numbers and no honest season has
// been measured yet: they are assumptions on the careful side, and docs/signals.md prints what they cost and what they find.

/**
 * How rarely honest work at the very edge of an assumption may raise the signal, and why the assumption is on the safe
 * side. Whatever the signals have to do with one another, together they err no more often than their parts added up.
 */
export const thresholds = {
  everybodyPasses: {
    rarity: 0.006,
    /** Over a whole commune: an alarm there points at every area. */
    rarityOfCommune: 0.0005,
    /** Of all households of an area, registered or not. */
    mostShare: 0.96,
    because: 'nơi thuần nhất nhất vẫn có hộ mới đến, đi làm xa, không đăng ký hoặc không đạt: từ 4 trong 100 hộ trở lên',
  },
  sameScores: {
    rarity: 0.003,
    /** Of the households differ from the rest on any one line. */
    leastDiffering: 0.01,
    /** Fewer lines tell too little apart. */
    leastLines: 5,
    because: 'hộ có giống nhau đến đâu thì ở mỗi dòng điểm vẫn có ít nhất 1 trong 100 hộ khác các hộ còn lại',
  },
  roundedTotals: {
    rarity: 0.0015,
    /** Of totals that come about line by line end in 0 or 5; one in five would if all endings were equal. */
    mostShare: 0.4,
    /** Households that differ from the commonest sheet on fewer lines are left aside. */
    leastLines: 3,
    because: 'tổng cộng từ nhiều dòng chấm riêng rơi vào số tròn 0 hoặc 5 chừng 1 trong 5 lần; lấy gấp đôi để phòng thang điểm thô',
  },
  sameAsLastYear: {
    rarity: 0.006,
    /** Of those that failed a year ago pass now. */
    leastRisen: 0.25,
    /** Of those that passed a year ago fail now. */
    leastFallen: 0.005,
    because: 'sau một năm, từ 1 trong 4 hộ chưa đạt phấn đấu đạt, và từ 1 trong 200 hộ đã đạt không giữ được',
  },
  sameMinutes: {
    /** Of all runs of words of the two, shared. */
    likeness: 0.7,
    wordsInARun: 4,
    /** Distinct runs; what is shorter is alike by chance. */
    leastRuns: 40,
    because: 'bỏ lời mẫu, tên riêng và con số, hai cuộc họp thật cùng dùng câu quen vẫn khác nhau quá nửa số cụm từ',
  },
  tooFast: {
    /** To read out a name and count a show of hands. */
    secondsEach: 8,
    because: 'đọc tên một hộ và hỏi ý kiến đã mất hơn 8 giây, chưa kể khai mạc và thảo luận',
  },
  onlyAbsentFail: {
    rarity: 0.002,
    /** How much more readily those who stayed away may fail, honestly. */
    odds: 4,
    because: 'hộ vắng họp vốn ít tham gia phong trào nên có thể dễ không đạt gấp 4 lần hộ đi họp',
  },
  unanimousEverywhere: {
    rarity: 0.001,
    /** Of meetings with a show of hands all agree on everybody; of secret ballots. */
    chance: { hands: 0.5, secret: 0.2 },
    /** In smaller meetings it is nothing to look at. */
    leastPresent: 40,
    because: 'giơ tay có thể đồng ý tuyệt đối ở 1 trong 2 cuộc họp, phiếu kín ở 1 trong 5; họp dưới 40 người không tính',
  },
} as const

/** Of a hundred areas whose season was honest, all signals together ask for a look at no more than these. */
export const statedFalseAlarms = 0.02
