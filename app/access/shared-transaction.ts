import { sideBySide } from '#app/kernel/side-by-side.ts'

type Run<C> = <T>(fn: (ctx: C) => Promise<T>) => Promise<T>

/** A step that waits for a transaction, and what is told of it. */
type Waiting<C> = {
  /** What it acts on: two steps about the same never share a transaction, where no lock would part them. */
  about: string
  step: (ctx: C) => Promise<unknown>
  done: (value: unknown) => void
  failed: (error: unknown) => void
}

/** More in one would keep their locks for too long. */
const mostInOne = 60
/** So that this process writes while PostgreSQL reads, and the other way round. */
const atOnce = 1

/**
 * Runs steps in transactions that they share: what is asked for while others run waits for the next one and leaves with
 * all that waits, as the commits of a database do. A step is told that it is done once its transaction has committed. When
 * one of them fails, nothing of theirs is kept, and each runs again in a transaction of its own, so that one that cannot
 * be done stops no other: a step acts on nothing but its transaction.
 */
export class SharedTransactions<C> {
  readonly #run: Run<C>
  readonly #waiting: Waiting<C>[] = []
  #running = 0

  readonly #idle: () => void

  /** `idle` is called once nothing waits or runs any more. */
  constructor(run: Run<C>, idle: () => void = () => {}) {
    this.#run = run
    this.#idle = idle
  }

  add<T>(about: string, step: (ctx: C) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ about, step, done: value => resolve(value as T), failed: reject })
      void this.#next()
    })
  }

  async #next(): Promise<void> {
    if (this.#running >= atOnce) return
    this.#running += 1
    // Whoever asks in the same turn leaves with it.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#together(this.#nextOnes())
    this.#running -= 1
    if (this.#running === 0) this.#idle()
  }

  /** The first that wait, one about each thing. */
  #nextOnes(): Waiting<C>[] {
    const taken = new Map<string, Waiting<C>>()
    for (const waiting of this.#waiting) {
      if (taken.size === mostInOne) break
      if (!taken.has(waiting.about)) taken.set(waiting.about, waiting)
    }
    const ones = [...taken.values()]
    const left = this.#waiting.filter(waiting => taken.get(waiting.about) !== waiting)
    this.#waiting.splice(0, this.#waiting.length, ...left)
    return ones
  }

  async #together(steps: Waiting<C>[]): Promise<void> {
    const [only] = steps
    if (only && steps.length === 1) return this.#alone(only)
    try {
      const values = await this.#run(ctx => sideBySide(steps.map(({ step }) => step(ctx))))
      for (const [index, { done }] of steps.entries()) done(values[index])
    } catch {
      await Promise.all(steps.map(waiting => this.#alone(waiting)))
    }
  }

  async #alone({ step, done, failed }: Waiting<C>): Promise<void> {
    await this.#run(step).then(done, failed)
  }
}

/** The same for several that share nothing with one another, by their keys; what nobody waits for is forgotten. */
export class SharedByKey<C> {
  readonly #byKey = new Map<string, SharedTransactions<C>>()

  add<T>(key: string, run: Run<C>, about: string, step: (ctx: C) => Promise<T>): Promise<T> {
    const shared = this.#byKey.get(key) ?? new SharedTransactions(run, () => this.#byKey.delete(key))
    this.#byKey.set(key, shared)
    return shared.add(about, step)
  }

  get size(): number {
    return this.#byKey.size
  }
}
