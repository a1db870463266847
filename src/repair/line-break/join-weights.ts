/** Weights of the join model by feature; written by test/tools/fit-line-breaks.ts, not by hand. */
export const JOIN_WEIGHTS = {
  "whole is a word": 2.185,
  "whole is a compound of words": -0.613,
  "whole: log count": 0.980,
  "left is a word": -0.463,
  "left: log count": 0.027,
  "right is a word": -0.562,
  "right: log count": -0.163,
  "both halves are words": -1.547,
  "both halves and the whole are words": 0.509,
  "neither half is a word": -0.110,
  "one half is no word, the whole is none either": -1.325,
  "right is a word only when written large": 1.366,
  "log count of the two apart": -0.928,
  "log odds of one word against two": 1.403,
  "left has two letters or less": 0.026,
  "left has three letters": 0.534,
  "right has two letters or less": 0.265,
  "right has three letters": 0.889,
  "left is written large": -0.408,
  "document: log count of the whole": 2.436,
  "document: log count of left": -0.457,
  "document: log count of right": -0.370,
  "letters around the break": 0.647,
} as const;

export const JOIN_BIAS = 0.302;
