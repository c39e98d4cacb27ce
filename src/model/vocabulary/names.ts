/**
 * Names for invented people: a closed list, so that no other name fits. They were put together
 * from common syllables and mean no one.
 */
export const NAMES = {
  "luo-min": { latin: "Luo Min", chinese: "罗敏" },
  "he-shulan": { latin: "He Shulan", chinese: "何淑兰" },
  "ning-an": { latin: "Ning An", chinese: "宁安" },
  "fang-yi": { latin: "Fang Yi", chinese: "方一" },
  "tao-wen": { latin: "Tao Wen", chinese: "陶文" },
  "shi-qing": { latin: "Shi Qing", chinese: "石青" },
  "mo-ran": { latin: "Mo Ran", chinese: "莫然" },
  "guan-ping": { latin: "Guan Pingping", chinese: "关平平" },
  "bai-lu": { latin: "Bai Lulu", chinese: "白露露" },
  "yan-he": { latin: "Yan He", chinese: "颜和" },
  "qiu-ye": { latin: "Qiu Ye", chinese: "秋叶" },
  "an-ran": { latin: "An Ranran", chinese: "安然然" },
  "mei-tan": { latin: "Mei Tan", chinese: "梅檀" },
  "lin-yuan": { latin: "Lin Yuanyuan", chinese: "林远远" },
  "su-ping": { latin: "Su Pingping", chinese: "苏平平" },
  "ye-tong": { latin: "Ye Tong", chinese: "叶童童" },
  "xia-he": { latin: "Xia He", chinese: "夏禾禾" },
  "dong-qing": { latin: "Dong Qing", chinese: "冬青青" },
  "lan-zhi": { latin: "Lan Zhi", chinese: "兰芷芷" },
  "yu-ling": { latin: "Yu Ling", chinese: "雨铃铃" },
} as const;

export type NameId = keyof typeof NAMES;
export const NAME_IDS = Object.keys(NAMES) as readonly NameId[];
