import type { referrals as fr } from '../fr/referrals.ts'
import type { Words } from '../words.ts'

export const referrals: Words<typeof fr> = {
  link: {
    title: '{{operator}} refers {{organisation}} to you',
    lede: 'Say whether {{partner}} takes over. One answer is enough, without an account.',
    organisation: 'Organisation',
    practitioner: 'Who follows it',
    practitionerAt: '{{name}}, {{operator}}',
    reason: 'Why you',
    sentOn: 'Referred on',
    expectedOn: 'Answer expected by',
    question: 'Your answer',
    answers: { accepted: 'We take over', refused: 'We cannot' },
    word: 'A word',
    wordHint: 'What you plan next. If you cannot, say why: the organisation will be referred elsewhere.',
    submit: 'Send my answer',
    once: 'You answer once. To correct it afterwards, reply to the message that you received.',
    thanks: 'Noted, thank you',
    said: {
      accepted: 'You have taken over since {{on}}.',
      refused: 'You answered on {{on}} that you cannot.',
    },
    noted: {
      accepted:
        '{{operator}} noted on {{on}} that you take over. If it is not so, reply to the message that you received.',
      refused: '{{operator}} noted on {{on}} that you cannot. If it is not so, reply to the message that you received.',
    },
    yourWord: 'Your word: {{word}}',
    privacy: 'Your answer is read by {{operator}}. This information serves this referral, and nothing else.',
  },
  said: '{{answer}} by the partner itself, {{on}}',
  noted: '{{answer}}, {{on}}, noted by {{name}}',
  word: 'The partner says: {{word}}',
  written: 'The partner may answer by its link: {{who}}',
  writtenTo: 'The partner’s link: {{who}}',
  who: '{{name}} ({{email}})',
  partnerHint:
    'The partner receives a link, reads the name of the organisation and the reason above, and answers itself.',
  wordHint: 'If it refuses, its reason.',
  ask: 'Ask the partner for its answer',
  askNamed: 'Send the link to {{partner}}',
  askAgain: 'Write again, or to another address',
  askHint:
    'It reads the name of the organisation and the reason of the referral. Another address withdraws the link of the first.',
  submit: 'Send the link',
  forget: 'Withdraw the link and forget the address',
  forgetNamed: 'Withdraw the link and forget the address of {{partner}}',
}
