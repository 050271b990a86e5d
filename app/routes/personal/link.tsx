import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SharedNotes } from '#app/features/accompaniments/ui/shared-notes.tsx'
import { signByLink } from '#app/features/attendance-sheets/sign-by-link.command.server.ts'
import { SignByLinkScreen } from '#app/features/attendance-sheets/ui/sign-by-link.tsx'
import { withdrawByLink } from '#app/features/attendance-sheets/withdraw-by-link.command.server.ts'
import { giveAdvice } from '#app/features/committees/give-advice.command.server.ts'
import { SharedAgendaScreen } from '#app/features/committees/ui/shared-agenda.tsx'
import { bidRoom } from '#app/features/consultations/bid-room.query.server.ts'
import { depositOffer } from '#app/features/consultations/deposit-offer.command.server.ts'
import { sayIntention } from '#app/features/consultations/say-intention.command.server.ts'
import { BidScreen } from '#app/features/consultations/ui/bid-screen.tsx'
import { contestLine } from '#app/features/diagnostics/contest-line.command.server.ts'
import { DiagnosticValidation } from '#app/features/diagnostics/ui/diagnostic-validation.tsx'
import { validateByLink } from '#app/features/diagnostics/validate-by-link.command.server.ts'
import { stopDigestByLink } from '#app/features/digests/stop-digest.command.server.ts'
import { DigestByLink } from '#app/features/digests/ui/digest-by-link.tsx'
import { answerReview } from '#app/features/expert-reviews/answer-review.command.server.ts'
import { openReview } from '#app/features/expert-reviews/open-review.command.server.ts'
import { SharedReviewScreen } from '#app/features/expert-reviews/ui/shared-review.tsx'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { decideQuoteByLink } from '#app/features/follow-ups/decide-quote.command.server.ts'
import { savePage } from '#app/features/follow-ups/save-page.command.server.ts'
import { FollowUpAnswer } from '#app/features/follow-ups/ui/follow-up-answer.tsx'
import { giveMeasure } from '#app/features/impact/give-measure.command.server.ts'
import { SharedImpactScreen } from '#app/features/impact/ui/shared-impact.tsx'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { answerReference } from '#app/features/references/answer-reference.command.server.ts'
import { ReferenceByLinkScreen } from '#app/features/references/ui/reference-by-link.tsx'
import { answerByPartner } from '#app/features/referrals/answer-by-partner.command.server.ts'
import { ReferralByLinkScreen } from '#app/features/referrals/ui/referral-by-link.tsx'
import { continueRequest } from '#app/features/requests/continue-request.command.server.ts'
import { RequestByLink } from '#app/features/requests/ui/request-by-link.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { receive } from '#app/http/receive.server.ts'
import { fail } from '#app/kernel/result.ts'

const back = (_done: unknown, { params }: { params: { token?: string } }) => ({ to: `/r/${params.token ?? ''}` })

/** A number of the address, or nothing: whatever else stands there shows the page where she was. */
const pageIn = (request: Request) => /^[1-9]$/.exec(new URL(request.url).searchParams.get('page') ?? '')?.[0]

export const loader = page(personalLinkPage, {
  words: [
    'personalLink',
    'followUps',
    'sharedNotes',
    'steps',
    'requests',
    'choices',
    'fields',
    'remarks',
    'committees',
    'references',
    'referrals',
    'bidding',
    'expertReviews',
    'impact',
    'sheets',
  ],
  // Nothing but the link itself says what is shown; of several pages, which one.
  input: ({ request }) => ({ page: pageIn(request) }),
})
export const action = act({
  advice: on(giveAdvice, { done: back }),
  'open-review': on(openReview, { done: back }),
  'answer-review': on(answerReview, { done: back }),
  contest: on(contestLine, { done: back }),
  validate: on(validateByLink, { done: back }),
  'save-page': on(savePage, {
    done: ({ next }, { params }) => ({ to: `/r/${params.token ?? ''}?page=${next}` }),
  }),
  answer: on(answerByLink, { done: back }),
  'decide-quote': on(decideQuoteByLink, { done: back }),
  intention: on(sayIntention, { done: back }),
  bid: receive(depositOffer, {
    room: bidRoom,
    field: 'file',
    isOptional: true,
    // Nothing is kept of what comes too late; the command says so.
    take: async (file, room) => (room.isOver ? fail('answer-time-over') : keepFile(file, room)),
    done: back,
  }),
  reference: on(answerReference, { done: back }),
  referral: on(answerByPartner, { done: back }),
  measure: on(giveMeasure, { done: back }),
  sign: on(signByLink, { done: back }),
  withdraw: on(withdrawByLink, { done: back }),
  'stop-digest': on(stopDigestByLink, { done: back }),
  request: on(continueRequest, {
    done: ({ state }, { params }) => ({
      to: `/r/${params.token ?? ''}`,
      ...(state === 'draft' && { toast: { key: 'saved' } }),
    }),
  }),
})
export const meta: MetaFunction = () => [{ title: 'Sillage' }, { name: 'robots', content: 'noindex' }]

/** What somebody without an account came for, by a personal link. */
export default function PersonalLink() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  if (!('purpose' in page)) return null
  return (
    <VisitorShell width={page.purpose === 'follow_up' ? 'form' : 'reading'}>
      {page.purpose === 'diagnostic_validation' ? (
        <DiagnosticValidation diagnostic={page.diagnostic} formKey={formKey} locale={locale} />
      ) : page.purpose === 'committee' ? (
        <SharedAgendaScreen agenda={page.agenda} formKey={formKey} />
      ) : page.purpose === 'reference' ? (
        <ReferenceByLinkScreen reference={page.reference} formKey={formKey} />
      ) : page.purpose === 'referral' ? (
        <ReferralByLinkScreen referral={page.referral} formKey={formKey} />
      ) : page.purpose === 'consultation' ? (
        <BidScreen bid={page.bid} formKey={formKey} />
      ) : page.purpose === 'expert_review' ? (
        <SharedReviewScreen review={page.review} formKey={formKey} />
      ) : page.purpose === 'attendance' ? (
        <SignByLinkScreen sheet={page.sheet} formKey={formKey} locale={locale} />
      ) : page.purpose === 'impact' ? (
        <SharedImpactScreen impact={page.impact} formKey={formKey} />
      ) : page.purpose === 'digest' ? (
        <DigestByLink digest={page.digest} formKey={formKey} />
      ) : page.purpose === 'request' ? (
        <RequestByLink request={page.request} formKey={formKey} />
      ) : (
        <FollowUpAnswer page={page.wave} at={page.at} formKey={formKey} locale={locale} />
      )}
      <SharedNotes notes={page.notes} />
    </VisitorShell>
  )
}
