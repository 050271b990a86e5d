import { afterQuestions, noticeQuestion } from './minimum.ts'
import {
  choice,
  date,
  followUpStage,
  followUpStep,
  line,
  number,
  required,
  satisfaction,
  scale,
  step,
  text,
  toFollowUp,
  tracked,
  wavesAt,
  when,
  written,
} from './writing.ts'

const none = ['pas du tout', 'not at all'] as const
const all = ['tout à fait', 'entirely'] as const

/** Coaching: a mirror, over six to nine months; what is said in the sessions is for the coach alone. */
export const coaching = written({
  code: 'coaching',
  version: 1,
  name: ['Coaching', 'Coaching'],
  unitOfCount: 'person',
  typology: { target: 'people', trade: 'coaching', format: 'individual' },
  steps: [
    step(
      'framing',
      ['Cadrage', 'Framing'],
      [
        'La convention de coaching : ce que l’on vise, et le cadre.',
        'The coaching agreement: what is aimed at, and the frame.',
      ],
      [
        text('framing_goal', ['Objectif, dans les mots de la personne', 'Goal, in the person’s words'], required),
        number('framing_sessions', ['Séances prévues', 'Sessions planned'], required),
        date('framing_agreed_on', ['Convention signée le', 'Agreement signed on'], required),
        choice(
          'framing_three',
          ['Employeur associé au cadrage', 'Employer associated'],
          { yes: ['Oui', 'Yes'], no: ['Non', 'No'] },
          required,
        ),
        line('framing_employer', ['Qui, pour l’employeur', 'Who, for the employer'], when('framing_three', 'yes')),
        text('framing_frame', [
          'Ce qui reste entre vous, lieu, rythme et fin possible',
          'What stays between you, place, rhythm and how it may end',
        ]),
        noticeQuestion('framing'),
        scale('self_ease', ['Je suis à l’aise dans ma fonction', 'I am at ease in my role'], none, all, tracked),
        scale('self_decide', ['Je prends mes décisions sereinement', 'I decide with serenity'], none, all, tracked),
      ],
      { asks: ['organisation', 'contact_person'] },
    ),
    step(
      'sessions',
      ['Séances', 'Sessions'],
      [
        'Ce qui est dit reste entre coach et coaché·e ; seul le nombre de séances est partagé.',
        'What is said stays between coach and coachee; only the number of sessions is shared.',
      ],
      [
        number('sessions_held', ['Séances tenues', 'Sessions held'], required),
        date('sessions_last_on', ['Dernière séance le', 'Last session on'], required),
        text('sessions_notes', ['Notes de séance', 'Session notes'], { confidential: true }),
        text('sessions_questions', ['Questions pour la prochaine fois', 'Questions for next time'], {
          confidential: true,
        }),
      ],
    ),
    step(
      'closure',
      ['Conclusion', 'Closure'],
      ['Ce que la personne emporte, et accepte de partager.', 'What the person takes away, and agrees to share.'],
      [
        scale('closure_goal', ['L’objectif est atteint', 'The goal is reached'], none, all, required),
        satisfaction('closure_useful', ['Le coaching m’a été utile', 'The coaching was useful to me'], required),
        text('closure_shared', ['Ce que la personne accepte de partager', 'What the person agrees to share']),
        ...afterQuestions('closure'),
      ],
    ),
    followUpStep(['Suivi', 'Follow-up']),
  ],
  stages: [
    {
      state: 'received',
      step: 'framing',
      label: ['Demande reçue', 'Request received'],
      next: ['Rencontrer la personne', 'Meet the person'],
      days: 15,
      way: { button: ['Premier échange tenu', 'First talk held'], records: 'intake', guards: ['contact_person'] },
    },
    {
      state: 'intake',
      step: 'framing',
      label: ['Cadrage', 'Framing'],
      next: ['Écrire la convention de coaching', 'Write the coaching agreement'],
      days: 15,
      way: { button: ['Le cadre est posé', 'The frame is set'] },
    },
    {
      state: 'diagnostic_validated',
      step: 'framing',
      label: ['Cadre posé', 'Frame set'],
      next: ['Faire signer la convention', 'Have the agreement signed'],
      days: 15,
      way: { button: ['La convention est signée', 'The agreement is signed'], guards: [] },
    },
    {
      state: 'plan_approved',
      step: 'sessions',
      label: ['Prêt à commencer', 'Ready to start'],
      next: ['Tenir la première séance', 'Hold the first session'],
      days: 15,
      way: { button: ['Première séance tenue', 'First session held'], guards: [] },
    },
    {
      state: 'in_progress',
      step: 'sessions',
      label: ['Séances en cours', 'Sessions under way'],
      next: ['Tenir la prochaine séance', 'Hold the next session'],
      days: 30,
      way: { button: ['Les séances sont terminées', 'The sessions are over'] },
    },
    {
      state: 'restitution',
      step: 'closure',
      label: ['À conclure', 'To be closed'],
      next: ['Faire le bilan avec la personne', 'Review with the person'],
      days: 15,
      way: toFollowUp(['Le bilan est fait', 'The review is done']),
    },
    followUpStage(['Suivi', 'Follow-up'], ['Reprendre des nouvelles', 'Ask for news'], 180),
  ],
  waves: wavesAt({ T1: 0, T2: 6 }),
  moreRules: ['R31'],
})
