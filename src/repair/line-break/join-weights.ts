/** Weights of the join model by feature; written by test/tools/fit-line-breaks.ts, not by hand. */
export const JOIN_WEIGHTS = {
  "whole is a word": 2.186,
  "whole is a compound of words": -0.642,
  "whole: log count": 1.049,
  "left is a word": -0.493,
  "left: log count": 0.024,
  "right is a word": -0.603,
  "right: log count": -0.173,
  "both halves are words": -1.58,
  "both halves and the whole are words": 0.535,
  "neither half is a word": -0.135,
  "one half is no word, the whole is none either": -1.332,
  "right is a word only when written large": 1.332,
  "log count of the two apart": -0.961,
  "log odds of one word against two": 1.445,
  "left has two letters or less": 0.083,
  "left has three letters": 0.584,
  "right has two letters or less": 0.331,
  "right has three letters": 0.94,
  "left is written large": -0.219,
  "document: log count of the whole": 2.436,
  "document: log count of left": -0.476,
  "document: log count of right": -0.373,
  "letters around the break": 0.595,
} as const;

export const JOIN_BIAS = 0.273;
