/**
 * What somebody learns who adds and subtracts published sets: the parts into which they cut the whole. A set may be
 * published when no part that it cuts out says too much; the parts in no published set stay unknown.
 */
export class Partition<Part> {
  private outside: readonly Part[]
  private inside: readonly (readonly Part[])[] = []

  constructor(
    parts: readonly Part[],
    private readonly isSafe: (parts: readonly Part[]) => boolean,
  ) {
    this.outside = parts
  }

  /** Whether publishing the set would cut out an unsafe part. */
  wouldDisclose(isInSet: (part: Part) => boolean): boolean {
    const entered = this.outside.filter(isInSet)
    if (entered.length > 0 && !this.isSafe(entered)) return true
    return this.inside.some(parts => {
      const kept = parts.filter(isInSet)
      if (kept.length === 0 || kept.length === parts.length) return false
      return !this.isSafe(kept) || !this.isSafe(parts.filter(part => !isInSet(part)))
    })
  }

  publish(isInSet: (part: Part) => boolean): void {
    const cut = (parts: readonly Part[]) => [parts.filter(isInSet), parts.filter(part => !isInSet(part))]
    this.inside = [...this.inside.flatMap(cut), this.outside.filter(isInSet)].filter(parts => parts.length > 0)
    this.outside = this.outside.filter(part => !isInSet(part))
  }
}
