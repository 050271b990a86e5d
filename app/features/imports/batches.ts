/** As many rows as one statement takes: two thousand of the widest table would pass PostgreSQL's 65 535 parameters. */
const batchSize = 1_000

export function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize)
}
