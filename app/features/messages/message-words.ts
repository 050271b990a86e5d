import { isMessageName, type MessageName } from './message-catalogue.ts'

/** The key of each message's name among the words of the page. */
const words = {
  'diagnostic.validation': 'messages.diagnostic-validation',
  'diagnostic.reminder': 'messages.diagnostic-reminder',
  'committee.agenda': 'messages.committee-agenda',
  'expert-review.request': 'messages.expert-review-request',
  'expert-review.reminder': 'messages.expert-review-reminder',
  'impact.measure': 'messages.impact-measure',
  'reminder.team': 'messages.reminder-team',
  'reminder.provider': 'messages.reminder-provider',
  'reminder.organisation': 'messages.reminder-organisation',
  'follow-up.wave': 'messages.follow-up-wave',
  'follow-up.reminder': 'messages.follow-up-reminder',
  'follow-up.respondent': 'messages.follow-up-respondent',
  'member.invitation': 'messages.member-invitation',
  'consultant.mission': 'messages.consultant-mission',
  'session.report': 'messages.session-report',
  'report.published': 'messages.report-published',
  digest: 'messages.digest',
  'sends.held-back': 'messages.sends-held-back',
  'question.asked': 'messages.question-asked',
  'question.answered': 'messages.question-answered',
  'consultation.opened': 'messages.consultation-opened',
  'consultation.extended': 'messages.consultation-extended',
  'offer.retained': 'messages.offer-retained',
  'reference.asked': 'messages.reference-asked',
  'offer.declined': 'messages.offer-declined',
  'referral.asked': 'messages.referral-asked',
  'referral.reminder': 'messages.referral-reminder',
  'request.saved': 'messages.request-saved',
  'request.received': 'messages.request-received',
  'request.accepted': 'messages.request-accepted',
  'request.declined': 'messages.request-declined',
} as const satisfies Record<MessageName, string>

export const messageWords = (message: string) => (isMessageName(message) ? words[message] : 'unknownMessage')

/** Failures that have a sentence; the others are what the mail server answered, in its own words. */
const failures = ['bad-recipient', 'too-many-attempts', 'interrupted', 'address-bounced'] as const
export const knownFailure = (failure: string | null) => failures.find(known => known === failure) ?? null
