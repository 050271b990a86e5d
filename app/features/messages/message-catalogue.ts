/**
 * Every message that an operator sends. An urgent one was asked for by somebody who waits for it, and leaves at once;
 * the others keep business hours. What each says stands in `writers.message.server.ts`.
 */
export const messageCatalogue = {
  'diagnostic.validation': { urgent: true },
  'diagnostic.reminder': { urgent: false },
  'committee.agenda': { urgent: true },
  'expert-review.request': { urgent: true },
  'expert-review.reminder': { urgent: false },
  'impact.measure': { urgent: true },
  'reminder.team': { urgent: false },
  'reminder.provider': { urgent: false },
  'reminder.organisation': { urgent: false },
  'follow-up.wave': { urgent: false },
  'follow-up.reminder': { urgent: false },
  'follow-up.respondent': { urgent: true },
  'member.invitation': { urgent: true },
  'consultant.mission': { urgent: true },
  'session.report': { urgent: false },
  'report.published': { urgent: false },
  digest: { urgent: false },
  'sends.held-back': { urgent: true },
  'question.asked': { urgent: false },
  'question.answered': { urgent: false },
  'consultation.opened': { urgent: true },
  'consultation.extended': { urgent: true },
  'offer.retained': { urgent: false },
  'offer.declined': { urgent: false },
  'reference.asked': { urgent: false },
  'referral.asked': { urgent: true },
  'referral.reminder': { urgent: false },
  'request.saved': { urgent: true },
  'request.received': { urgent: true },
  'request.accepted': { urgent: true },
  'request.declined': { urgent: true },
} as const

export type MessageName = keyof typeof messageCatalogue
export const isMessageName = (name: string): name is MessageName => Object.hasOwn(messageCatalogue, name)
export const isUrgent = (name: MessageName): boolean => messageCatalogue[name].urgent
