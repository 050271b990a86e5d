import { and, eq, isNull, sql } from 'drizzle-orm'
import { type AnyCommand, execute, type InputSchema } from '#app/access/command.server.ts'
import { type Effect, perform } from '#app/access/effect.server.ts'
import { type Day, dayOf, instantOf, nextBusinessDay } from '#app/kernel/day.ts'
import { outbox } from '#db/schema/journal.ts'
import type { OpenTenant, TenantDoor } from '#db/tenant.ts'
import { withTenant } from '#db/tenant.ts'
import { reasons } from './texts.ts'

type CommandValue<C> = C extends { run: (...args: never[]) => Promise<infer R> }
  ? R extends { ok: true; value: infer V }
    ? V
    : never
  : never

/** One operator of the demonstration, whose past is played through the product's own commands, each at its true date. */
export class Stage {
  constructor(
    readonly operator: { id: string; slug: string },
    /** The instant of the first start: nothing is told beyond it. */
    readonly now: Date,
  ) {}

  get today(): Day {
    return dayOf(this.now)
  }

  /** Who acts in this operator. */
  as(userId: string): TenantDoor {
    return { kind: 'user', userId, operatorSlug: this.operator.slug, secondFactor: true }
  }
  get system(): TenantDoor {
    return { kind: 'system', operatorId: this.operator.id }
  }

  /** A transaction of the system, for what no command writes. */
  async inside<T>(on: Day, fn: (tenant: OpenTenant) => Promise<T>): Promise<T> {
    const held = await withTenant<{ value: T }>(this.system, 'write', this.#clock(on), async tenant => ({
      value: await fn(tenant),
    }))
    if (!held) throw new Error(`the operator ${this.operator.slug} has gone`)
    return held.value
  }

  /** A command that must succeed on that day. Where the product only warns, a practitioner gives her reason. */
  async must<C extends AnyCommand>(
    command: C,
    door: TenantDoor,
    on: Day,
    input: Record<string, unknown>,
  ): Promise<CommandValue<C>> {
    const clock = this.#clock(on)
    let outcome = await execute(command, door, input, { clock })
    if (outcome.kind === 'failed' && outcome.failure.tag === 'reason-needed')
      outcome = await execute(command, door, { ...input, reason: reasons[on.charCodeAt(9) % 3] }, { clock })
    if (outcome.kind !== 'done')
      throw new Error(`${command.name} on ${on}: ${JSON.stringify(outcome)} for ${JSON.stringify(input)}`)
    return outcome.value
  }

  /** What the workers would have done that day of a job that a command left: nothing is told late, at the first start. */
  async works<S extends InputSchema, V>(
    job: { name: string },
    effect: Effect<S, V>,
    payload: Record<string, string>,
    on: Day,
  ): Promise<void> {
    await perform(effect, this.operator.id, payload, { clock: this.#clock(on) })
    await this.settled(job, payload, on)
  }

  /** That job is done: the workers will not find it. */
  async settled(job: { name: string }, payload: Record<string, string>, on: Day): Promise<void> {
    await this.inside(on, ({ tx, now }) =>
      tx
        .update(outbox)
        .set({ settledAt: now })
        .where(
          and(
            eq(outbox.operatorId, this.operator.id),
            eq(outbox.job, job.name),
            isNull(outbox.settledAt),
            sql`${outbox.payload} @> ${JSON.stringify(payload)}::jsonb`,
          ),
        ),
    )
  }

  /** In the hours of work; today, the present. */
  #clock(on: Day): () => Date {
    const hour = 9 + (on.charCodeAt(9) % 8)
    const at = new Date(Math.min(instantOf(on, hour).getTime(), this.now.getTime()))
    return () => at
  }
}

/** A story waits for a day by yielding it, and goes on when that day has come. */
export type Story = AsyncGenerator<Day, void, void>

/** Days are those of work, and never beyond today: what would happen on a coming Monday did happen today. */
export const workingDay = (wanted: Day, today: Day): Day => {
  const moved = nextBusinessDay(wanted)
  return moved > today && wanted <= today ? today : moved
}

// Two cores: more at once only waits for the same locks.
const atOnce = 6

/** Tells every story in the order of the days, until today. */
export async function tell(stories: readonly Story[], today: Day): Promise<void> {
  const waiting: { on: Day; story: Story }[] = []
  let running = 0
  const goOn = async (story: Story) => {
    running++
    const next = await story.next()
    if (!next.done && next.value <= today) waiting.push({ on: next.value, story })
    else await story.return()
    running--
  }
  const lane = async () => {
    while (waiting.length > 0 || running > 0) {
      waiting.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      const due = waiting.shift()
      if (due) await goOn(due.story)
      else await new Promise(resolve => setTimeout(resolve, 1))
    }
  }
  for (const story of stories) await goOn(story)
  await Promise.all(Array.from({ length: atOnce }, lane))
}
