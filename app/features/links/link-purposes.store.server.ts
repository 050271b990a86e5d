import { sheetByLink } from '#app/features/attendance-sheets/sheet-by-link.store.server.ts'
import { fundersOf } from '#app/features/attendance-sheets/sheet-funders.store.server.ts'
import { agendaByLink } from '#app/features/committees/advice.store.server.ts'
import { bidByLink } from '#app/features/consultations/bids.store.server.ts'
import { validationByLink } from '#app/features/diagnostics/validation-by-link.store.server.ts'
import { digestById } from '#app/features/digests/digests.store.server.ts'
import { reviewByLink } from '#app/features/expert-reviews/review-by-link.store.server.ts'
import { waveByLink } from '#app/features/follow-ups/follow-up-answers.store.server.ts'
import { impactByLink } from '#app/features/impact/impact-parties.store.server.ts'
import { referenceByLink } from '#app/features/references/references.store.server.ts'
import { referralByLink } from '#app/features/referrals/partners.store.server.ts'
import { requestByLink } from '#app/features/requests/request-by-link.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { LinkPurpose } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'

type Reading = { tx: TenantTx; operator: { id: string; name: string }; today: Day }
type Link = { subjectId: string; personId: string | null }

/**
 * What each purpose of a personal link shows. A new purpose adds its line here, its screen to `routes/personal/link.tsx`
 * and its commands to that route's action; the rest is its own feature's.
 */
export async function readPurpose(purpose: LinkPurpose, ctx: Reading, link: Link) {
  switch (purpose) {
    case 'diagnostic_validation': {
      const diagnostic = await validationByLink(ctx, link)
      return diagnostic && { purpose, diagnostic }
    }
    case 'follow_up': {
      const wave = await waveByLink(ctx, link)
      return wave && { purpose, wave }
    }
    case 'request': {
      const request = await requestByLink(ctx, link)
      return request && { purpose, request }
    }
    case 'committee': {
      const agenda = await agendaByLink(ctx, link)
      return agenda && { purpose, agenda }
    }
    case 'reference': {
      const reference = await referenceByLink(ctx, link)
      return reference && { purpose, reference }
    }
    case 'consultation': {
      const bid = await bidByLink(ctx, link)
      return bid && { purpose, bid }
    }
    case 'expert_review': {
      const review = await reviewByLink(ctx, link)
      return review && { purpose, review }
    }
    case 'impact': {
      const impact = await impactByLink(ctx, link)
      return impact && { purpose, impact }
    }
    case 'referral': {
      const referral = await referralByLink(ctx, link)
      return referral && { purpose, referral }
    }
    case 'digest': {
      const digest = await digestById(ctx.tx, ctx.operator.id, link.subjectId)
      return digest && { purpose, digest: { operator: ctx.operator.name, isStopped: digest.rhythm === 'never' } }
    }
    case 'attendance': {
      const sheet = await sheetByLink(ctx, link)
      if (!sheet) return null
      const funders = await fundersOf(ctx.tx, ctx.operator.id, sheet.engineeringId)
      return { purpose, sheet: { ...sheet, funders } }
    }
  }
}
