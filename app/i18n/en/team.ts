import type { team as fr } from '../fr/team.ts'
import type { Words } from '../words.ts'

export const team: Words<typeof fr> = {
  title: 'Team',
  lede: 'Who accompanies, who steers, and who stands in for whom.',
  caption: 'The members of the team',
  name: 'Name',
  email: 'E-mail address',
  role: 'Role',
  cases: 'Open cases',
  state: 'State',
  actions: 'Manage',
  you: 'you',
  roles: { practitioner: 'Practitioner', manager: 'Manager' },
  roleHelp: {
    practitioner: 'Leads accompaniments.',
    manager: 'Leads accompaniments, and looks after the team, the agreements and the reports.',
  },
  states: { active: 'Active', invited: 'Has not come yet', deactivated: 'Account closed' },
  invite: {
    title: 'Invite somebody',
    help: 'An e-mail gives her the means to choose a password and come in.',
    name: 'First and last name',
    role: 'Role',
    submit: 'Send the invitation',
  },
  manage: 'Manage {{name}}',
  again: 'Send the invitation again',
  makeManager: 'Make manager',
  makePractitioner: 'Make practitioner',
  deactivate: 'Remove from the team',
  deactivateAlone: 'Access closes at once. What was written stays, with the name.',
  deactivateHelp_one:
    'Access closes at once. What was written stays, with the name. {{count}} open case is in these hands: give it to somebody else.',
  deactivateHelp_other:
    'Access closes at once. What was written stays, with the name. {{count}} open cases are in these hands: give them to somebody else.',
  managersNote: 'A team always keeps at least one manager.',
  absences: {
    title: 'Absences',
    help: 'During an absence, what waits for the person shows with whoever stands in.',
    none: 'Nobody is away.',
    caption: 'Absences, present and to come',
    who: 'Away',
    delegate: 'Stood in for by',
    from: 'From',
    to: 'To',
    declare: 'Declare an absence',
    submit: 'Save the absence',
    end: 'End',
    endNamed: 'End the absence of {{name}}',
    choose: 'Choose…',
  },
}
