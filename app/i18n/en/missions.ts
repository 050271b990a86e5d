import type { missions as fr } from '../fr/missions.ts'
import type { Words } from '../words.ts'

export const missions: Words<typeof fr> = {
  title: 'My missions',
  lede: 'What you have to note, and what comes next.',
  all: 'Missions',
  emptyTitle: 'No mission under way',
  emptyHelp:
    'A mission appears here as soon as the operator invites you, and until fifteen days after the contract ends.',
  untitled: 'Untitled mission',
  more: 'and {{count}} more',
  next: 'Next session',
  nextOn: 'on {{day}}',
  noNext: 'nothing planned',
  progress: 'Days held: {{held}} of {{ordered}}',
  progressOnly: 'Days held: {{held}}',
  endsOn: 'Contract until {{day}}',
  startsOn: 'Contract from {{day}}',
  period: 'Contract from {{from}} to {{to}}',
  readOnly:
    'The contract is over. You may read this mission for a few more days; to correct a session, write to your contact.',
  cancelled: 'This mission was cancelled.',
  unsigned: 'Contract not signed yet',
  toDo: 'To do',
  nothingMissing: 'Nothing is missing',
  missing: {
    confirm: 'Confirm the session of {{day}}',
    report: 'Complete the report of {{day}}',
    plan: 'Plan the next session',
    ending: 'The contract ends soon and days are left',
  },
  open: 'Open the mission',
  record: 'Record a session',
  plan: 'Plan a session',
  members: 'Organisations',
  noContact: 'no contact noted',
  coming: 'To come',
  sessions: 'Sessions',
  sessionsList: 'Sessions of this mission',
  noSession: 'No session yet.',
  statement: 'Statement of days to sign',
  account: 'My account',
}
