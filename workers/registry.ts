import type { JobName } from '#app/jobs/catalogue.ts'
import type { Handler } from './handler.ts'
import { handleClockAdvance } from './handlers/advance-clock.ts'
import { handleReportBuild } from './handlers/build-report.ts'
import { handleDiagnosticContested } from './handlers/diagnostic-contested.ts'
import { handleDiagnosticValidated } from './handlers/diagnostic-validated.ts'
import { handleMemberLeft } from './handlers/end-orphan-sign-ins.ts'
import { handleFollowUpAnswered } from './handlers/follow-up-answered.ts'
import { handleReferralAnswered } from './handlers/referral-answered.ts'
import { handleReviewAnswered } from './handlers/review-answered.ts'
import { handleMessageRun, handleMessageSend } from './handlers/send-message.ts'
import { handleShareSend } from './handlers/send-shares.ts'
import { handleDigestSweep } from './handlers/sweep-digests.ts'
import { handleDraftSweep } from './handlers/sweep-drafts.ts'
import { handleFileSweep } from './handlers/sweep-files.ts'
import { handleReminderSweep } from './handlers/sweep-reminders.ts'
import { handleRequestSweep } from './handlers/sweep-requests.ts'
import { handleShareSweep } from './handlers/sweep-shares.ts'
import { handleDeliverableTell } from './handlers/tell-deliverable.ts'
import { handleOfferTell } from './handlers/tell-offer.ts'
import { handleQuestionTell } from './handlers/tell-question.ts'
import { handleRequestTell } from './handlers/tell-request.ts'
import { handleSessionTell } from './handlers/tell-session.ts'
import { handleShareTell } from './handlers/tell-share.ts'

/** Who does each job; one that nobody does, does not compile. */
export const registry: Record<JobName, Handler> = {
  'clock.advance': handleClockAdvance,
  'deliverable.tell': handleDeliverableTell,
  'diagnostic.contested': handleDiagnosticContested,
  'digest.sweep': handleDigestSweep,
  'draft.sweep': handleDraftSweep,
  'diagnostic.validated': handleDiagnosticValidated,
  'expert-review.answered': handleReviewAnswered,
  'referral.answered': handleReferralAnswered,
  'file.sweep': handleFileSweep,
  'follow-up.answered': handleFollowUpAnswered,
  'message.run': handleMessageRun,
  'message.send': handleMessageSend,
  'question.tell': handleQuestionTell,
  'report.build': handleReportBuild,
  'member.left': handleMemberLeft,
  'request.sweep': handleRequestSweep,
  'offer.tell': handleOfferTell,
  'request.tell': handleRequestTell,
  'session.tell': handleSessionTell,
  'reminder.sweep': handleReminderSweep,
  'share.send': handleShareSend,
  'share.sweep': handleShareSweep,
  'share.tell': handleShareTell,
}
