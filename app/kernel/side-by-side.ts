/** All of them, and only then the failure of one: a transaction must not end under those that still run in it. */
export async function sideBySide<T>(running: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(running)
  return ends.map(end => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}
