import type { Elsewhere } from '#app/features/sessions/elsewhere.ts'
import type { Mission } from '#app/features/sessions/mission.ts'
import type { SessionFormPage } from '#app/features/sessions/session-form.ts'

/** A mission as its consultant takes it along: what she follows, and the forms of the sessions that she may write. */
export type TakenMission = {
  operator: { slug: string; name: string }
  mission: Mission
  /** Who pays for it, by name; what an earlier version of the product kept has none. */
  funders?: string[]
  /** Null once writing has ended. */
  fresh: SessionFormPage | null
  /** Of each session that is planned, the form that says it was held. */
  planned: SessionFormPage[]
}

/** One of her sessions that the server has: when, and for which operator. */
export type BusyHours = Elsewhere & { id: string; slug: string }

/** All that a consultant takes along, from every operator. */
export type TakenAlong = {
  person: string
  missions: TakenMission[]
  /** What an earlier version of the product kept has none. */
  busy?: BusyHours[]
}

export const isTakenAlong = (value: unknown): value is TakenAlong =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  typeof value.person === 'string' &&
  'missions' in value &&
  Array.isArray(value.missions)

/** The mission of a session that waits: null when it is no longer hers. */
export const missionNamed = (missions: readonly TakenMission[], operator: string, engineeringId: string) =>
  missions.find(taken => taken.operator.slug === operator && taken.mission.id === engineeringId) ?? null
