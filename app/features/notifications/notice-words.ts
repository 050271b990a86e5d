const words = {
  reminder: 'kinds.reminder',
  'reminder.operator': 'kinds.reminder-operator',
  'reminder.operator-no-address': 'kinds.reminder-operator-no-address',
  'reminder.no-address': 'kinds.reminder-no-address',
  'diagnostic.validated': 'kinds.diagnostic-validated',
  'diagnostic.contested': 'kinds.diagnostic-contested',
  'expert-review.answered': 'kinds.expert-review-answered',
  'message.uncertain': 'kinds.message-uncertain',
  'message.failed': 'kinds.message-failed',
  'message.bounced': 'kinds.message-bounced',
  'sends.held-back': 'kinds.sends-held-back',
  'accompaniment.handed-over': 'kinds.accompaniment-handed-over',
  'accompaniment.many-handed-over': 'kinds.accompaniment-many-handed-over',
  'follow-up.answered': 'kinds.follow-up-answered',
  'session.held': 'kinds.session-held',
  'session.planned': 'kinds.session-planned',
  'session.cancelled': 'kinds.session-cancelled',
  'question.asked': 'kinds.question-asked',
  'request.received': 'kinds.request-received',
  'deliverable.submitted': 'kinds.deliverable-submitted',
  'offer.answered': 'kinds.offer-answered',
  'offer.refused': 'kinds.offer-refused',
  'referral.accepted': 'kinds.referral-accepted',
  'referral.refused': 'kinds.referral-refused',
  'share.proposed': 'kinds.share-proposed',
  'share.accepted': 'kinds.share-accepted',
  'share.declined': 'kinds.share-declined',
  'engineering.days-low': 'kinds.engineering-days-low',
} as const

const isKnown = (kind: string): kind is keyof typeof words => Object.hasOwn(words, kind)

/** The key of a notification's sentence; a kind that has none is still shown. */
export const noticeWords = (kind: string) => (isKnown(kind) ? words[kind] : 'kinds.other')

/** What the sentence names: the rule's label is kept in both languages, since it is the programme's. */
export function noticeParams(data: Readonly<Record<string, string>>, locale: 'fr' | 'en') {
  const {
    number = '',
    organisation = '',
    recipient = '',
    about = '',
    provider = '',
    partner = '',
    title = '',
    fr = '',
    en = '',
  } = data
  return {
    number,
    organisation: organisation || number,
    recipient,
    // Whoever it was about is forgotten since: the sentence that names nobody.
    ...(!recipient && { context: 'erased' }),
    about,
    provider,
    partner,
    title,
    label: locale === 'en' ? en : fr,
  }
}
