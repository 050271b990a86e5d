import { sendsHeldBack } from './brake.message.server.ts'
import { committeeAgenda } from './committee.message.server.ts'
import {
  consultationExtended,
  consultationOpened,
  offerDeclined,
  offerRetained,
} from './consultation.message.server.ts'
import { diagnosticReminder, diagnosticValidation } from './diagnostic.message.server.ts'
import { digest } from './digest.message.server.ts'
import { expertReviewReminder, expertReviewRequest } from './expert-review.message.server.ts'
import { followUpReminder, followUpRespondent, followUpWave } from './follow-up.message.server.ts'
import { impactMeasure } from './impact.message.server.ts'
import { consultantMission, memberInvitation, reportPublished } from './member.message.server.ts'
import type { MessageName } from './message-catalogue.ts'
import { questionAnswered, questionAsked } from './question.message.server.ts'
import { referenceAsked } from './reference.message.server.ts'
import { referralAsked, referralReminder } from './referral.message.server.ts'
import { reminderOrganisation, reminderProvider, reminderTeam } from './reminder.message.server.ts'
import { requestAccepted, requestDeclined, requestReceived, requestSaved } from './request.message.server.ts'
import { sessionReport } from './session.message.server.ts'
import type { ReadyWriter } from './writing.message.server.ts'

/** Who writes each message of the catalogue; one that nobody writes does not compile. */
export const writers: Record<MessageName, ReadyWriter> = {
  'diagnostic.validation': diagnosticValidation,
  'diagnostic.reminder': diagnosticReminder,
  'committee.agenda': committeeAgenda,
  'expert-review.request': expertReviewRequest,
  'expert-review.reminder': expertReviewReminder,
  'impact.measure': impactMeasure,
  'reminder.team': reminderTeam,
  'reminder.provider': reminderProvider,
  'reminder.organisation': reminderOrganisation,
  'follow-up.wave': followUpWave,
  'follow-up.reminder': followUpReminder,
  'follow-up.respondent': followUpRespondent,
  'member.invitation': memberInvitation,
  'consultant.mission': consultantMission,
  'session.report': sessionReport,
  'report.published': reportPublished,
  digest,
  'sends.held-back': sendsHeldBack,
  'question.asked': questionAsked,
  'question.answered': questionAnswered,
  'consultation.opened': consultationOpened,
  'consultation.extended': consultationExtended,
  'offer.retained': offerRetained,
  'offer.declined': offerDeclined,
  'reference.asked': referenceAsked,
  'referral.asked': referralAsked,
  'referral.reminder': referralReminder,
  'request.saved': requestSaved,
  'request.received': requestReceived,
  'request.accepted': requestAccepted,
  'request.declined': requestDeclined,
}
