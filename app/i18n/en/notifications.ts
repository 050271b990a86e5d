import type { notifications as fr } from '../fr/notifications.ts'
import type { Words } from '../words.ts'

export const notifications: Words<typeof fr> = {
  title: 'Notifications',
  empty: 'Nothing new',
  emptyHelp:
    'You will be told here when a case waits for you, when an organisation answers, when a message does not leave.',
  list: 'Notifications, the latest first',
  unreadTag: 'unread',
  open: 'Open',
  openNamed: 'Open: {{what}}',
  readAll: 'Mark all as read',
  kinds: {
    reminder: '{{label}}: {{organisation}} ({{number}})',
    'reminder-no-address': '{{label}}: nobody to write to at {{organisation}} ({{number}}). Call, or add an address.',
    'diagnostic-validated': 'The diagnostic of {{organisation}} was validated by the organisation ({{number}})',
    'expert-review-answered': 'The resource centre has answered about {{organisation}} ({{number}})',
    'diagnostic-contested': '{{organisation}} contests a line of its diagnostic ({{number}})',
    'message-uncertain': 'A message to {{recipient}} may have arrived: decide ({{number}})',
    'message-failed': 'A message to {{recipient}} could not leave ({{number}})',
    'accompaniment-handed-over': 'Case {{number}} is now yours',
    'accompaniment-many-handed-over': '{{number}} cases are now yours',
    'follow-up-answered': '{{organisation}} answered its follow-up ({{number}})',
    'session-held': 'A session was held: {{organisation}} ({{number}})',
    'session-planned': 'A session is planned: {{organisation}} ({{number}})',
    'session-cancelled': 'A session is cancelled: {{organisation}} ({{number}})',
    'question-asked': '{{recipient}} asks about “{{about}}” ({{number}})',
    'request-received': 'New request: {{organisation}}',
    'deliverable-submitted': 'Deliverable handed over: “{{title}}”, {{organisation}} ({{number}})',
    'offer-answered': '{{provider}} has answered the consultation “{{title}}”',
    'offer-refused': '{{provider}} will not bid in the consultation “{{title}}”',
    'share-proposed': '{{partner}} proposes to share the engineering “{{title}}” with you',
    'share-accepted': '{{partner}} accepts its part of the engineering “{{title}}”',
    'share-declined': '{{partner}} declines its part of the engineering “{{title}}”',
    'engineering-days-low': 'More than 80% of the days of an engineering are held: {{organisation}} ({{number}})',
    other: 'News in case {{number}}',
  },
}
