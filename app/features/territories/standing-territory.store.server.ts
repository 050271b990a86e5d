import { asText } from '#app/features/history/changes.ts'
import type { FoundEvent } from '#app/features/history/events.store.server.ts'
import { putBackForm, type StandingForm, valueBefore } from '#app/features/history/putting-back.ts'
import { communeAsTyped } from '#app/features/organisations/communes.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import { challengesOf } from './challenges.store.server.ts'
import { sheetAsTyped } from './sheet-rules.ts'
import type { Territory } from './territory.ts'

type Reading = { tx: TenantTx; operatorId: string; territory: Territory; event: FoundEvent }
type Standing = Pick<StandingForm, 'form' | 'noun' | 'version'> & {
  values: Record<string, unknown>
  of: Record<string, string>
}

/** The sheet, or the challenge, that an event changed, as it stands, with this field as it was before. */
export async function standingTerritory(reading: Reading, field: string): Promise<StandingForm | null> {
  const { event } = reading
  const before = valueBefore(event.data, field)
  const standing = before !== null && putBackForm(event.name, field) ? await standingOf(reading) : null
  if (!standing || before === null) return null
  const { form, noun, version, values, of } = standing
  return {
    form,
    ...(noun && { noun }),
    version,
    fields: [...Object.entries(of), ...Object.entries(values).map(([name, value]) => [name, asText(value)] as const)],
    several: [],
    back: field in values ? { name: field, value: before } : null,
    labels: {},
  }
}

async function standingOf({ tx, operatorId, territory, event }: Reading): Promise<Standing | null> {
  const { id, version, ...sheet } = territory
  if (event.subjectId === id)
    return { form: 'edit-territory', noun: 'territory', version, values: sheetAsTyped(sheet, communeAsTyped), of: {} }
  const challenge = (await challengesOf(tx, operatorId, id)).find(one => one.id === event.subjectId)
  if (!challenge) return null
  const { nature, title, words, indicator, unit } = challenge
  return {
    form: 'edit-challenge',
    noun: 'challenge',
    version: challenge.version,
    values: { nature, title, words, indicator, unit },
    of: { challengeId: challenge.id },
  }
}
