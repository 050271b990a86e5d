import { eq } from 'drizzle-orm'
import { referAccompaniment } from '#app/features/accompaniments/refer-accompaniment.command.server.ts'
import { referrals } from '#db/schema/referrals.ts'
import { caseIn } from './cases.ts'
import { aLink } from './factories/link.ts'
import type { TestOperator } from './operator.ts'

export const partner = { partnerName: 'Jeanne Roux', partnerEmail: 'jeanne@france-active.example' }

/** A case sent that day to a partner that is written to, unless said otherwise, with the secret of its link. */
export async function aReferral(operator: TestOperator, asked: Record<string, string> = partner) {
  const opened = await caseIn(operator, 'intake')
  const { id, number, practitioner } = opened
  const sent = { number, sentTo: 'France Active', reason: 'Un prêt de trésorerie.', sentOn: '2026-03-12' }
  await practitioner.must(referAccompaniment, { ...sent, ...asked })
  const [row] = await operator.inside(({ tx }) => tx.select().from(referrals).where(eq(referrals.accompanimentId, id)))
  const referralId = row?.id ?? ''
  const token = await aLink(operator, { purpose: 'referral', subjectId: referralId, accompanimentId: null })
  return { ...opened, referralId, token }
}

export async function referralRow(operator: TestOperator, referralId: string) {
  const [row] = await operator.inside(({ tx }) => tx.select().from(referrals).where(eq(referrals.id, referralId)))
  if (!row) throw new Error('no referral')
  return row
}
