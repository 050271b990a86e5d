import { isPractitioner, nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { isId } from '#app/kernel/ids.ts'
import type { TenantTx } from '#db/tenant.ts'
import { agreementsNamed } from './many-cases.store.server.ts'
import type { Change, Gesture, waysToChoose } from './many-cases.ts'

export type Asked = {
  gesture: Gesture
  practitionerId: string | null
  agreements: readonly string[]
  how: (typeof waysToChoose)[number] | null
  to: Day | null
}

/** The change that these answers describe; null while one is missing, or names nobody and nothing of this operator. */
export async function changeAsked(
  { tx, operator, today }: { tx: TenantTx; operator: { id: string }; today: Day },
  { gesture, practitionerId, agreements, how, to }: Asked,
): Promise<Change | null> {
  switch (gesture) {
    case 'confier': {
      if (!isId(practitionerId) || !(await isPractitioner(tx, operator.id, practitionerId, today))) return null
      return { gesture, practitionerId, practitioner: (await nameOfUser(tx, practitionerId)) ?? '' }
    }
    case 'conventions': {
      const chosen = await agreementsNamed(tx, operator.id, agreements)
      const isWhole = chosen.length === new Set(agreements).size
      return isWhole && (chosen.length > 0 || how === 'remplacer') ? { gesture, how: how ?? 'ajouter', chosen } : null
    }
    case 'reporter':
      return to && to > today ? { gesture, to } : null
  }
}
