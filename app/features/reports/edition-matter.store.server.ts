import { agreementById, targetsOf } from '#app/features/agreements/agreements.store.server.ts'
import { envelopeOf } from '#app/features/figures/envelope.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { catalogues } from '#app/i18n/catalogue.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { Day } from '#app/kernel/day.ts'
import { yearOf } from '#app/kernel/period.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { EditionMatter } from './compose-content.store.server.ts'
import type { EditionTrace } from './edition-trace.ts'
import { consentedStories } from './stories.store.server.ts'
import { storiesTrace } from './stories-trace.ts'
import { tracesOf } from './traces.store.server.ts'

type Asked = {
  operator: { id: string; slug: string; name: string }
  agreementId: string
  year: number
  edition: number
  builtOn: Day
  locale: Locale
}

/**
 * Everything that an edition is made of, read in one transaction: the figures as the funder may read them, and, for the
 * operator alone, the same ones unmasked with their cases. Null when the agreement or the year is none.
 */
export async function editionMatter(
  tx: TenantTx,
  { operator, agreementId, year, edition, builtOn, locale }: Asked,
): Promise<{ matter: EditionMatter; traces: Map<string, EditionTrace> } | null> {
  const agreement = await agreementById(tx, operator.id, agreementId)
  const period = yearOf(year)
  if (!agreement || !period) return null
  const ask = { period, agreement, dimension: null }
  const masked = await computeFigures(tx, operator.id, { ...ask, audience: 'funder' })
  const whole = await computeFigures(tx, operator.id, { ...ask, audience: 'operator' })
  const stories = await consentedStories(tx, operator.id, { agreementId, period, today: builtOn })
  const targets = (await targetsOf(tx, operator.id, agreementId)).filter(target => target.year === year)
  const traces = await tracesOf(tx, operator.id, ask, whole.figures)
  traces.set(storiesTrace, {
    value: stories.length,
    numerator: null,
    denominator: null,
    cases: stories.map(({ number, organisation }) => ({ number, organisation, numerator: 1, denominator: null })),
  })
  const envelope = envelopeOf(masked, operator.slug, catalogues[locale].figures)
  const matter = { operator: operator.name, agreement, year, edition, period, builtOn, envelope, targets, stories }
  return { matter, traces }
}
