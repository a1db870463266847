/** Made by test/tools/fit-register.ts: one for each feature, then the bias. */
export const RELATION_WEIGHTS: readonly number[] = [
  -0.456, 1.125, 3.18, 0.0, 0.26, -1.569, 0.973, -1.471, 1.454, 3.896, -5.682, -3.705, 2.224, -0.79, -2.366,
];
