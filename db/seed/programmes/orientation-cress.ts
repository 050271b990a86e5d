import { entryQuestions } from './minimum.ts'
import {
  choice,
  choices,
  date,
  followUpStage,
  followUpStep,
  line,
  required,
  satisfaction,
  step,
  text,
  toFollowUp,
  when,
  written,
} from './writing.ts'

/** Orientation by a CRESS: a first contact answered within ten days, then a referral that is acknowledged on both sides. */
export const orientationCress = written({
  code: 'orientation-cress',
  version: 1,
  name: ['Orientation (CRESS)', 'Orientation (CRESS)'],
  unitOfCount: 'organisation',
  startsWithoutOrganisation: true,
  typology: { target: 'organisation', trade: 'orientation', format: 'individual' },
  steps: [
    step(
      'contact',
      ['Premier contact', 'First contact'],
      [
        'La fiche de contact, et le délai de la première réponse.',
        'The contact sheet, and the delay of the first answer.',
      ],
      [
        line('contact_name', ['Qui demande', 'Who asks'], required),
        line('contact_reach', ['Où la joindre', 'Where to reach her']),
        ...entryQuestions('contact'),
        text('contact_request', ['La demande, dans ses mots', 'The request, in her words'], required),
        date('contact_answered_on', ['Première réponse donnée le', 'First answer given on'], required),
      ],
    ),
    step(
      'stage',
      ['Premier diagnostic', 'First diagnosis'],
      ['Le stade du projet, et ce qui lui manque.', 'The stage of the project, and what it lacks.'],
      [
        choice(
          'stage_stage',
          ['Stade du projet', 'Stage of the project'],
          {
            idea: ['Idée', 'Idea'],
            feasibility: ['Faisabilité', 'Feasibility'],
            creation: ['Création', 'Creation'],
            development: ['Développement', 'Development'],
            consolidation: ['Consolidation', 'Consolidation'],
          },
          required,
        ),
        choices(
          'stage_needs',
          ['Besoins', 'Needs'],
          {
            project: ['Projet et statut', 'Project and status'],
            model: ['Modèle économique', 'Business model'],
            funding: ['Financement', 'Funding'],
            jobs: ['Emploi', 'Jobs'],
            network: ['Réseau', 'Network'],
          },
          required,
        ),
        text('stage_unmet', ['Besoins sans réponse sur le territoire', 'Needs without an answer in the territory']),
      ],
      { asks: ['organisation'] },
    ),
    step(
      'referral',
      ['Orientation', 'Referral'],
      ['Vers qui, pourquoi, et pour quand une réponse est attendue.', 'To whom, why, and when an answer is expected.'],
      [
        line('referral_to', ['Orientée vers', 'Referred to'], required),
        text('referral_why', ['Pourquoi cet acteur', 'Why this actor'], required),
        date('referral_sent_on', ['Envoyée le', 'Sent on'], required),
        date('referral_expected_on', ['Réponse attendue le', 'Answer expected on'], required),
      ],
    ),
    step(
      'acknowledgement',
      ['Accusé de réception', 'Acknowledgement'],
      [
        'La réponse de l’acteur, et l’accord de la personne orientée.',
        'The actor’s answer, and the agreement of who was referred.',
      ],
      [
        date('acknowledged_on', ['Accusé de réception le', 'Acknowledged on'], required),
        choice(
          'acknowledged_answer',
          ['Réponse de l’acteur', 'Answer of the actor'],
          { accepted: ['Acceptée', 'Accepted'], refused: ['Refusée', 'Refused'] },
          required,
        ),
        choice(
          'refusal_reason',
          ['Motif du refus', 'Reason of the refusal'],
          {
            scope: ['Hors de son champ', 'Out of its scope'],
            place: ['Hors de son territoire', 'Out of its territory'],
            load: ['Plus de disponibilité', 'No availability'],
            early: ['Trop tôt', 'Too early'],
          },
          { ...required, ...when('acknowledged_answer', 'refused') },
        ),
        date('person_told_on', ['Personne prévenue le', 'Person told on'], required),
      ],
    ),
    step(
      'outcome',
      ['Résultat', 'Outcome'],
      ['Ce que l’orientation a donné : la boucle est fermée.', 'What the referral gave: the loop is closed.'],
      [
        date('outcome_met_on', ['Premier rendez-vous chez l’acteur le', 'First meeting with the actor on'], required),
        choice(
          'outcome_result',
          ['Résultat', 'Outcome'],
          {
            accompanied: ['Accompagnement commencé', 'Accompaniment started'],
            funded: ['Financement obtenu', 'Funding obtained'],
            informed: ['Information suffisante', 'Information was enough'],
            none: ['Sans suite', 'Nothing came'],
          },
          required,
        ),
        satisfaction('outcome_useful', ['L’orientation a été utile', 'The referral was useful'], { tracked: true }),
      ],
    ),
    followUpStep(['Suivi', 'Follow-up']),
  ],
  stages: [
    {
      state: 'received',
      step: 'contact',
      label: ['Contact reçu', 'Contact received'],
      next: ['Donner une première réponse', 'Give a first answer'],
      days: 10,
      way: { button: ['Première réponse donnée', 'First answer given'], records: 'intake' },
    },
    {
      state: 'intake',
      step: 'stage',
      label: ['Premier diagnostic', 'First diagnosis'],
      next: ['Situer le projet', 'Place the project'],
      days: 10,
      way: { button: ['Le besoin est qualifié', 'The need is qualified'] },
    },
    {
      state: 'diagnostic_validated',
      step: 'referral',
      label: ['À orienter', 'To be referred'],
      next: ['Choisir vers qui orienter', 'Choose whom to refer to'],
      days: 10,
      way: { button: ['L’orientation est envoyée', 'The referral is sent'] },
    },
    {
      state: 'plan_approved',
      step: 'acknowledgement',
      label: ['Orientation envoyée', 'Referral sent'],
      next: ['Obtenir la réponse de l’acteur', 'Get the actor’s answer'],
      days: 15,
      way: { button: ['L’acteur accepte', 'The actor accepts'] },
    },
    {
      state: 'in_progress',
      step: 'outcome',
      label: ['Prise en charge', 'Taken over'],
      next: ['Demander ce que l’orientation a donné', 'Ask what the referral gave'],
      days: 30,
      way: toFollowUp(['Le résultat est connu', 'The outcome is known']),
    },
    followUpStage(['Suivi', 'Follow-up'], ['Reprendre des nouvelles', 'Ask for news'], 90),
  ],
  exits: [
    {
      code: 'refuse_referral',
      button: ['L’acteur refuse : orienter ailleurs', 'The actor refuses: refer elsewhere'],
      from: ['plan_approved'],
      to: 'diagnostic_validated',
    },
  ],
  waves: [
    { wave: 'T1', earliestOf: [{ anchor: 'restitution', months: 1 }] },
    { wave: 'T2', earliestOf: [{ anchor: 'restitution', months: 3 }] },
  ],
})
