/** One line of `npm run bench`: a median of alternations, with what it was made of beside it. */
export type Line = {
  bench: string
  ours: number
  baseline: number
  /** median of ours / baseline over the alternations: noise that hits both cancels out */
  ratio: number
  unit: string
  n: number
} & Record<string, unknown>

export const rounds = 5

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Measures both in turn, `rounds` times, after one unmeasured turn of each. Rates: higher is better. */
export async function alternate(
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ ours: number; baseline: number; ratio: number; oursEach: number[]; baselineEach: number[] }> {
  await ours()
  await baseline()
  const pairs: { ours: number; baseline: number }[] = []
  for (let round = 0; round < rounds; round++) pairs.push({ ours: await ours(), baseline: await baseline() })
  const rounded = (value: number) => Number(value.toFixed(value < 10 ? 2 : 0))
  return {
    ours: rounded(median(pairs.map(pair => pair.ours))),
    baseline: rounded(median(pairs.map(pair => pair.baseline))),
    ratio: Number(median(pairs.map(pair => pair.ours / pair.baseline)).toFixed(2)),
    oursEach: pairs.map(pair => rounded(pair.ours)),
    baselineEach: pairs.map(pair => rounded(pair.baseline)),
  }
}
