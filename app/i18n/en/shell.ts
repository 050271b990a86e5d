import type { shell as fr } from '../fr/shell.ts'
import type { Words } from '../words.ts'

export const shell: Words<typeof fr> = {
  nav: {
    today: 'Today',
    accompaniments: 'Accompaniments',
    requests: 'Requests',
    organisations: 'Organisations',
    sessions: 'Sessions',
    cohorts: 'Cohorts',
    committees: 'Committees',
    providers: 'Providers',
    territories: 'Territories',
    reminders: 'Reminders',
    testimonies: 'Testimonies',
    reports: 'Reports',
    agreements: 'Agreements',
    team: 'Team',
    settings: 'Settings',
    missions: 'My missions',
    myAgreements: 'My agreements',
    editions: 'Published editions',
  },
  noNotification: 'Notifications',
  notifications_one: '{{count}} notification',
  notifications_other: '{{count}} notifications',
  late: 'late',
  roles: {
    practitioner: 'Practitioner',
    manager: 'Manager',
    consultant: 'Consultant',
    funder: 'Funder',
    network: 'Network',
  },
}
