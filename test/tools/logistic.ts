/** A logistic regression over sparse features, fitted by AdaGrad: deterministic, no randomness but the order given. */
export interface Example {
  /** Feature index and value, side by side. */
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly label: 0 | 1;
}

export interface FitOptions {
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  /** Weight of the squared penalty, per step. */
  readonly penalty: number;
}

/** The weights, the last one being the bias. */
export function fitLogistic(examples: readonly Example[], options: FitOptions): Float64Array {
  const weights = new Float64Array(options.features + 1);
  const squares = new Float64Array(options.features + 1).fill(1e-6);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const example of examples) step(weights, squares, example, options);
  }
  return weights;
}

export function probability(weights: Float64Array, example: Example): number {
  let sum = weights.at(-1) ?? 0;
  example.indices.forEach((index, position) => {
    sum += (weights[index] ?? 0) * (example.values[position] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

function step(weights: Float64Array, squares: Float64Array, example: Example, options: FitOptions): void {
  const error = probability(weights, example) - example.label;
  const update = (index: number, value: number, penalty: number): void => {
    const gradient = error * value + penalty * (weights[index] ?? 0);
    squares[index] = (squares[index] ?? 0) + gradient * gradient;
    weights[index] = (weights[index] ?? 0) - (options.rate * gradient) / Math.sqrt(squares[index] ?? 1);
  };
  example.indices.forEach((index, position) => {
    update(index, example.values[position] ?? 0, options.penalty);
  });
  update(weights.length - 1, 1, 0);
}
