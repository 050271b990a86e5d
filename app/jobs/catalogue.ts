import { offerTell } from '#app/features/consultations/consultations.jobs.ts'
import { deliverableTell } from '#app/features/contracts/contracts.jobs.ts'
import { clockAdvance } from '#app/features/demonstration/demonstration.jobs.ts'
import { diagnosticContested, diagnosticValidated } from '#app/features/diagnostics/diagnostics.jobs.ts'
import { digestSweep } from '#app/features/digests/digests.jobs.ts'
import { draftSweep } from '#app/features/drafts/drafts.jobs.ts'
import { reviewAnswered } from '#app/features/expert-reviews/expert-reviews.jobs.ts'
import { fileSweep } from '#app/features/files/files.jobs.ts'
import { followUpAnswered } from '#app/features/follow-ups/follow-ups.jobs.ts'
import { messageRun, messageSend } from '#app/features/messages/messages.jobs.ts'
import { questionTell } from '#app/features/questions/questions.jobs.ts'
import { referralAnswered } from '#app/features/referrals/referrals.jobs.ts'
import { reminderSweep } from '#app/features/reminders/reminders.jobs.ts'
import { reportBuild } from '#app/features/reports/reports.jobs.ts'
import { requestSweep, requestTell } from '#app/features/requests/requests.jobs.ts'
import { sessionTell } from '#app/features/sessions/sessions.jobs.ts'
import { shareSend, shareSweep, shareTell } from '#app/features/shares/shares.jobs.ts'
import { memberLeft } from '#app/features/team/team.jobs.ts'

/** Every job of the product. The registry of the workers has a handler for each, or does not compile. */
export const jobs = {
  'clock.advance': clockAdvance,
  'deliverable.tell': deliverableTell,
  'diagnostic.contested': diagnosticContested,
  'diagnostic.validated': diagnosticValidated,
  'digest.sweep': digestSweep,
  'expert-review.answered': reviewAnswered,
  'draft.sweep': draftSweep,
  'file.sweep': fileSweep,
  'follow-up.answered': followUpAnswered,
  'message.run': messageRun,
  'message.send': messageSend,
  'question.tell': questionTell,
  'referral.answered': referralAnswered,
  'report.build': reportBuild,
  'member.left': memberLeft,
  'request.sweep': requestSweep,
  'offer.tell': offerTell,
  'request.tell': requestTell,
  'session.tell': sessionTell,
  'reminder.sweep': reminderSweep,
  'share.send': shareSend,
  'share.sweep': shareSweep,
  'share.tell': shareTell,
} as const
export type JobName = keyof typeof jobs

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name)
