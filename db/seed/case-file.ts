import { and, eq } from 'drizzle-orm'
import type { AnyCommand } from '#app/access/command.server.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import { accompaniments, planActions } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { TenantDoor } from '#db/tenant.ts'
import { type Cast, firstNames, lastNames } from './names.ts'
import { Chance } from './random.ts'
import { type Stage, workingDay } from './stage.ts'

export type Ending = 'referred' | 'ineligible' | 'abandoned' | 'suspended' | 'adjourned'

/** What one case is to become; everything else follows from its seed. */
export type CasePlan = {
  seed: number
  cast: Cast
  programme: string
  /** Users. */
  practitioner: string
  agreements: readonly string[]
  requestedOn: Day
  /** The state in which it stays; null = as far as today lets it go. */
  stop: string | null
  ending?: Ending
  /** Its sessions are those of this cohort. */
  cohort?: Cohort
  /** The consultant of the demonstration works on it. */
  consultant?: { userId: string; name: string; email: string }
  /** Nobody could be reached for the main follow-up. */
  lost?: 'unreachable' | 'refused'
  /** A day written on its current action: late, or due today. */
  actionDueOn?: Day
}

/** A collective engineering and its members, as they come. */
export type Cohort = { title: string; startsOn: Day; members: CaseFile[] }

export type Person = { id: string; name: string; email: string }
export type KnownOrganisation = { id: string; leader: Person; headcount: number | null }

/** What the stories of one operator share. */
export type Company = {
  stage: Stage
  providers: string[]
  /** By name: an organisation that comes back is the same one. */
  organisations: Map<string, KnownOrganisation>
}

/** One case while its story is told. */
export class CaseFile {
  readonly chance: Chance
  on: Day
  number = ''
  id = ''
  /** Of the row's edits, and not of its moves. */
  version = 1
  organisation: KnownOrganisation | null = null
  headcount: number | null = null
  engineering: { id: string; input: Record<string, unknown> } | null = null

  constructor(
    readonly company: Company,
    readonly plan: CasePlan,
  ) {
    this.chance = new Chance(plan.seed)
    this.on = workingDay(plan.requestedOn, company.stage.today)
  }

  get stage(): Stage {
    return this.company.stage
  }
  get practitioner(): TenantDoor {
    return this.stage.as(this.plan.practitioner)
  }

  /** The day so many days later, one of work. */
  later(days: number): Day {
    this.on = workingDay(addDays(this.on, days), this.stage.today)
    return this.on
  }

  /** Its state on the day of the first start is decided. */
  get isTimed(): boolean {
    return this.plan.stop !== null || this.plan.ending !== undefined
  }

  /** After so many days: of chance, or the usual number where the case must be in its state on the day of the first start. */
  within(least: number, most: number): Day {
    const drawn = this.chance.between(least, most)
    return this.later(this.isTimed ? Math.round((least + most) / 2) : drawn)
  }

  /** The practitioner does it, on the day of the story. */
  acts<C extends AnyCommand>(command: C, input: Record<string, unknown>) {
    return this.stage.must(command, this.practitioner, this.on, input)
  }

  /** The same, on this case. */
  does<C extends AnyCommand>(command: C, input: Record<string, unknown>) {
    return this.acts(command, { number: this.number, ...input })
  }

  /** The same, where the form was made from the case's version. */
  async edits<C extends AnyCommand>(command: C, input: Record<string, unknown>) {
    await this.does(command, { version: this.version, ...input })
    this.version++
  }

  idOfCase(): Promise<string> {
    return this.stage.inside(this.on, async ({ tx, operator }) => {
      const [row] = await tx
        .select({ id: accompaniments.id })
        .from(accompaniments)
        .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.number, this.number)))
      return row?.id ?? ''
    })
  }

  actions() {
    return this.stage.inside(this.on, ({ tx, operator }) =>
      tx
        .select()
        .from(planActions)
        .where(and(eq(planActions.operatorId, operator.id), eq(planActions.accompanimentId, this.id))),
    )
  }

  waves() {
    return this.stage.inside(this.on, ({ tx, operator }) =>
      tx
        .select()
        .from(followUps)
        .where(and(eq(followUps.operatorId, operator.id), eq(followUps.accompanimentId, this.id)))
        .orderBy(followUps.wave),
    )
  }
}

/** Somebody who does not exist, at an address that cannot receive. */
export function somebody(chance: Chance, organisation: string): { name: string; email: string } {
  const [first, last] = [chance.pick(firstNames), chance.pick(lastNames)]
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
  const accentless = (text: string) => plain(text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
  return {
    name: `${first} ${last}`,
    email: `${accentless(first)}.${accentless(last)}@${accentless(organisation)}.example`,
  }
}

/** A number of the block that the numbering plan keeps for fiction (ARCEP, 02 61 91). */
export const fictionalPhone = (chance: Chance) =>
  `02 61 91 ${String(chance.between(0, 99)).padStart(2, '0')} ${String(chance.between(0, 99)).padStart(2, '0')}`
