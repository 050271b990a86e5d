export type Pair = { left: string; right: string }

/** What to take away and what to add so that `known` pairs become the `wanted` ones. */
export function differenceOf(known: readonly (Pair & { id: string })[], wanted: readonly Pair[]) {
  const key = ({ left, right }: Pair) => `${left} ${right}`
  const kept = new Set(wanted.map(key))
  const already = new Set(known.map(key))
  return {
    gone: known.filter(pair => !kept.has(key(pair))).map(pair => pair.id),
    added: wanted.filter(pair => !already.has(key(pair))),
  }
}
