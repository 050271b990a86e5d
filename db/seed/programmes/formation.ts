import { closingQuestions, noticeQuestion } from './minimum.ts'
import {
  choice,
  date,
  euros,
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
  written,
} from './writing.ts'

const attendance = {
  present: ['Présent·e', 'Present'],
  absent: ['Absent·e', 'Absent'],
  excused: ['Excusé·e', 'Excused'],
} as const
const none = ['pas du tout', 'not at all'] as const
const all = ['tout à fait', 'entirely'] as const

/** Training: one person, a content fixed ahead, attendance per half-day, the same self-assessment before and after. */
export const formation = written({
  code: 'formation',
  version: 1,
  name: ['Formation', 'Training'],
  unitOfCount: 'person',
  typology: { target: 'people', trade: 'training', format: 'collective' },
  steps: [
    step(
      'programme',
      ['Programme', 'Programme'],
      ['La fiche de la formation.', 'The training sheet.'],
      [
        line('programme_title', ['Titre', 'Title'], required),
        text('programme_goals', ['Objectifs', 'Goals'], required),
        line('programme_trainer', ['Formateur ou formatrice', 'Trainer'], required),
        number('programme_hours', ['Heures prévues', 'Hours planned'], required),
        date('programme_from', ['Du', 'From'], required),
        date('programme_to', ['Au', 'To'], required),
        euros('programme_price', ['Coût pédagogique', 'Teaching cost']),
      ],
    ),
    step(
      'registration',
      ['Inscription', 'Registration'],
      [
        'La personne inscrite, ce qu’elle attend, et où elle pense en être.',
        'Who is registered, what she expects, where she thinks she stands.',
      ],
      [
        text('registration_expects', ['Ce qu’elle attend', 'What she expects'], required),
        scale('self_knowledge', ['Je connais le sujet', 'I know the subject'], none, all, tracked),
        scale('self_practice', ['Je sais l’appliquer', 'I can apply it'], none, all, tracked),
        scale('self_share', ['Je peux l’expliquer à mon équipe', 'I can explain it to my team'], none, all, tracked),
        line('registration_adaptation', ['Besoins d’adaptation', 'Adaptations needed']),
        noticeQuestion('registration'),
      ],
      { asks: ['organisation', 'contact_person'] },
    ),
    step(
      'attendance',
      ['Présences', 'Attendance'],
      ['L’émargement, demi-journée par demi-journée.', 'Attendance, half-day by half-day.'],
      [
        choice('half_day_1', ['1re demi-journée', '1st half-day'], attendance, required),
        choice('half_day_2', ['2e demi-journée', '2nd half-day'], attendance, required),
        choice('half_day_3', ['3e demi-journée', '3rd half-day'], attendance),
        choice('half_day_4', ['4e demi-journée', '4th half-day'], attendance),
        choice('half_day_5', ['5e demi-journée', '5th half-day'], attendance),
        choice('half_day_6', ['6e demi-journée', '6th half-day'], attendance),
        number('attendance_hours', ['Heures suivies', 'Hours attended'], required),
      ],
    ),
    step(
      'evaluation',
      ['Évaluation', 'Evaluation'],
      [
        'Ce que la personne en dit. L’autopositionnement se refait à T1, dans l’inscription.',
        'What the person says. The self-assessment is asked again at T1, in the registration.',
      ],
      [
        satisfaction('evaluation_useful', ['La formation m’est utile', 'The training is useful to me'], required),
        satisfaction('evaluation_trainer', ['L’animation m’a convenu', 'The facilitation suited me'], required),
        choice(
          'evaluation_completed',
          ['Formation suivie', 'Training completed'],
          { whole: ['En entier', 'Entirely'], partly: ['En partie', 'Partly'], left: ['Abandonnée', 'Left'] },
          required,
        ),
        text('evaluation_words', ['En quelques mots', 'In a few words']),
        ...closingQuestions('evaluation'),
      ],
    ),
    followUpStep(['Suivi', 'Follow-up']),
  ],
  stages: [
    {
      state: 'received',
      step: 'programme',
      label: ['Demande reçue', 'Request received'],
      next: ['Écrire la fiche de la formation', 'Write the training sheet'],
      days: 15,
      way: { button: ['Le programme est prêt', 'The programme is ready'], records: 'intake' },
    },
    {
      state: 'intake',
      step: 'registration',
      label: ['Inscription en cours', 'Registration under way'],
      next: ['Inscrire la personne', 'Register the person'],
      days: 15,
      way: {
        button: ['L’inscription est complète', 'The registration is complete'],
        guards: ['step_answered', 'contact_person'],
      },
    },
    {
      state: 'diagnostic_validated',
      step: 'registration',
      label: ['Inscription complète', 'Registration complete'],
      next: ['Confirmer l’inscription', 'Confirm the registration'],
      days: 10,
      way: { button: ['L’inscription est confirmée', 'The registration is confirmed'], guards: [] },
    },
    {
      state: 'plan_approved',
      step: 'attendance',
      label: ['Inscrite', 'Registered'],
      next: ['Attendre le premier jour', 'Wait for the first day'],
      days: 30,
      way: { button: ['La formation commence', 'The training starts'], guards: [] },
    },
    {
      state: 'in_progress',
      step: 'attendance',
      label: ['En formation', 'In training'],
      next: ['Noter les présences', 'Note the attendance'],
      days: 15,
      way: { button: ['La formation est terminée', 'The training is over'] },
    },
    {
      state: 'restitution',
      step: 'evaluation',
      label: ['À évaluer', 'To be evaluated'],
      next: ['Recueillir l’évaluation', 'Collect the evaluation'],
      days: 7,
      way: toFollowUp(['L’évaluation est faite', 'The evaluation is done']),
    },
    followUpStage(['Suivi', 'Follow-up'], ['Demander ce qui sert vraiment', 'Ask what is really used'], 90),
  ],
  waves: wavesAt({ T1: 0, T2: 3 }),
  moreRules: ['R31'],
})
