import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { engineeringValues } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { asText } from './changes.ts'
import type { FoundEvent } from './events.store.server.ts'
import type { StandingForm } from './putting-back.ts'

type Reading = { tx: TenantTx; operatorId: string; today: Day; found: Case; event: FoundEvent }

/** What was signed is not written over: what an amendment changed comes back by another amendment. */
export async function standingAmendment(
  { tx, operatorId, today, found: { row }, event }: Reading,
  { field, before }: { field: string; before: string },
): Promise<StandingForm | null> {
  const engineeringId = event.subjectId
  const engineering = await engineeringOfCase(tx, operatorId, { engineeringId, number: row.number })
  if (!engineering) return null
  const now = asText(engineeringValues(engineering)[field])
  return {
    form: 'sign-amendment',
    noun: 'amendment',
    version: engineering.version,
    fields: [['engineeringId', engineeringId]],
    several: [],
    back: before === '' || now === '' ? null : undoing(field, before, now),
    labels: {},
    shown: { now, before },
    asked: [
      { name: 'signedOn', kind: 'day', value: today },
      { name: 'reason', kind: 'text', value: '' },
    ],
  }
}

function undoing(field: string, before: string, now: string): StandingForm['back'] {
  switch (field) {
    case 'daysOrdered':
      return { name: 'days', value: difference(before, now) }
    case 'amount':
      return { name: 'amount', value: difference(before, now) }
    case 'endsOn':
      return { name: 'endsOn', value: before }
    default:
      return null
  }
}

const hundredths = (written: string) => Math.round(Number(written.replace(',', '.')) * 100)
const difference = (before: string, now: string) => asText((hundredths(before) - hundredths(now)) / 100)
