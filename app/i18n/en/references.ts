import type { references as fr } from '../fr/references.ts'
import type { Words } from '../words.ts'

export const references: Words<typeof fr> = {
  title: 'Reference of the provider',
  help: 'The organisation decides whether the provider may cite this mission. It may change its mind at any time.',
  later: 'It is asked once the engineering is delivered and all its deliverables are accepted.',
  states: {
    unasked: 'Not asked yet',
    waiting: 'Answer expected',
    named: 'Cited by its name',
    anonymous: 'Cited without its name',
    none: 'Not cited',
  },
  askedOn: 'Asked of {{name}} on {{on}}',
  answeredOn: 'Answered on {{on}}',
  withdrawnOn: 'Consent withdrawn on {{on}}',
  ask: 'Ask for consent',
  askNamed: 'Ask {{name}} for consent',
  askAgain: 'Ask again',
  askAgainNamed: 'Ask {{name}} for consent again',
  withdraw: 'Note that consent is withdrawn',
  withdrawNamed: 'Note that {{name}} withdraws its consent',
  list: 'References',
  listHelp: 'Finished missions that organisations let it cite.',
  none: 'No reference yet. It is asked of the organisation, on the page of the finished engineering.',
  unnamed: 'An organisation',
  about: ': ',
  link: {
    title: 'May {{provider}} cite your accompaniment?',
    lede: 'The mission of {{provider}} is over. {{operator}} asks whether this provider may cite it as a reference. Choose freely: it changes nothing to your accompaniment.',
    question: 'Your choice',
    choices: {
      named: 'Yes, with the name of our organisation',
      anonymous: 'Yes, without our name',
      none: 'No',
    },
    nothing: 'Nothing is shown.',
    answer: 'Send my answer',
    change: 'Change my answer',
    thanks: 'Noted, thank you',
    said: {
      named: 'Since {{on}}, {{provider}} may cite your organisation by its name. You can change your mind here.',
      anonymous: 'Since {{on}}, {{provider}} may cite this mission without your name. You can change your mind here.',
      none: 'Since {{on}}, {{provider}} does not cite your organisation. You can change your mind here.',
    },
    free: 'These words are read in the list of providers of {{operator}}. To withdraw your consent later, come back by this link or tell the person who accompanies you.',
  },
}
