import { closingQuestions, noticeQuestion } from './minimum.ts'
import {
  both,
  choice,
  choices,
  followUpStage,
  followUpStep,
  line,
  required,
  step,
  text,
  toFollowUp,
  tracked,
  wavesAt,
  written,
} from './writing.ts'

/**
 * Measure of social impact, as the experts of Social Value France lead it: frame, map the effects, choose indicators
 * before, measure before and after with every party concerned, conclude, use.
 */
export const mesureImpact = written({
  code: 'mesure-impact',
  version: 1,
  name: ['Mesure d’impact social', 'Social impact measurement'],
  unitOfCount: 'organisation',
  typology: { target: 'organisation', trade: 'consulting', format: 'individual' },
  steps: [
    step(
      'request',
      ['Demande', 'Request'],
      ['Pourquoi mesurer, pour qui, et avec quels moyens.', 'Why measure, for whom, and with what means.'],
      [
        text(
          'request_why',
          ['Ce que la structure veut comprendre', 'What the organisation wants to understand'],
          required,
        ),
        choices(
          'request_for',
          ['Pour qui', 'For whom'],
          {
            team: ['L’équipe et la gouvernance', 'The team and the board'],
            public: ['Les personnes concernées', 'The people concerned'],
            funder: ['Les financeurs', 'The funders'],
          },
          required,
        ),
        line('request_scope', ['Action évaluée', 'Action that is evaluated'], required),
        text('request_means', ['Temps et moyens prévus', 'Time and means planned']),
        noticeQuestion('request'),
      ],
    ),
    {
      code: 'theory',
      label: both(['Théorie du changement et mesures', 'Theory of change and measures']),
      tab: 'impact',
    },
    step(
      'use',
      ['Usages', 'Uses'],
      [
        'Ce que la mesure a changé, et ce qu’elle ne prouve pas.',
        'What the measure changed, and what it does not prove.',
      ],
      [
        text('use_decisions', ['Décisions prises à partir de la mesure', 'Decisions taken from the measure'], required),
        text('use_limits', ['Ce qu’elle ne prouve pas', 'What it does not prove'], required),
        choice(
          'use_alone',
          ['La structure mesure par elle-même', 'The organisation measures by itself'],
          {
            no: ['Pas encore', 'Not yet'],
            partly: ['En partie', 'Partly'],
            yes: ['Oui', 'Yes'],
          },
          tracked,
        ),
        text('use_method', [
          'Comment les réponses ont été recueillies : auprès de qui, combien, par qui',
          'How the answers were collected: from whom, how many, by whom',
        ]),
        ...closingQuestions('use'),
      ],
    ),
    followUpStep(['Suivi', 'Follow-up']),
  ],
  stages: [
    {
      state: 'received',
      step: 'request',
      label: ['Demande reçue', 'Request received'],
      next: ['Comprendre la demande', 'Understand the request'],
      days: 10,
      way: { button: ['La demande est comprise', 'The request is understood'], records: 'intake' },
    },
    {
      state: 'intake',
      step: 'theory',
      label: ['Cadrage', 'Framing'],
      next: ['Écrire les effets et choisir les indicateurs', 'Write the effects and choose the indicators'],
      days: 30,
      way: {
        button: ['Le cadre est posé', 'The frame is set'],
        records: 'diagnostic_validated',
        guards: ['impact_framed'],
      },
    },
    {
      state: 'diagnostic_validated',
      step: 'theory',
      label: ['Mesure avant', 'Measure before'],
      next: ['Recueillir la mesure de chaque partie', 'Collect the measure of each party'],
      days: 30,
      way: {
        button: ['La mesure avant est faite', 'The measure before is done'],
        records: 'plan_approved',
        guards: ['impact_measured_before'],
      },
    },
    {
      state: 'plan_approved',
      step: 'theory',
      label: ['Action en cours', 'Action under way'],
      next: ['Laisser l’action se faire, puis mesurer', 'Let the action be done, then measure'],
      days: 180,
      way: { button: ['Il est temps de mesurer après', 'It is time to measure after'], guards: [] },
    },
    {
      state: 'in_progress',
      step: 'theory',
      label: ['Mesure après', 'Measure after'],
      next: ['Recueillir les mesures, puis conclure', 'Collect the measures, then conclude'],
      days: 30,
      way: { button: ['Les conclusions sont écrites', 'The conclusions are written'], guards: ['impact_concluded'] },
    },
    {
      state: 'restitution',
      step: 'use',
      label: ['À utiliser', 'To be used'],
      next: ['Décider de ce que l’on en fait', 'Decide what is done with it'],
      days: 15,
      way: toFollowUp(['Les usages sont décidés', 'The uses are decided']),
    },
    followUpStage(['Suivi', 'Follow-up'], ['Demander ce que la mesure a changé', 'Ask what the measure changed'], 180),
  ],
  waves: wavesAt({ T1: 6, T2: 12 }),
})
