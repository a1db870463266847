/** Made by test/tools/fit-register.ts: one for each feature, then the bias. */
export const RELATION_WEIGHTS: readonly number[] = [
  -0.927,
  1.164,
  3.554,
  0.000,
  -0.115,
  -1.459,
  0.918,
  -3.120,
  1.755,
  3.931,
  -6.377,
  2.159,
  -1.050,
  -3.058,
];
