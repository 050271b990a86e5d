import { closingQuestions, usefulQuestion } from './minimum.ts'
import {
  both,
  choice,
  choices,
  date,
  followUpStage,
  followUpStep,
  line,
  number,
  required,
  scale,
  step,
  text,
  toFollowUp,
  tracked,
  wavesAt,
  written,
  yesNo,
} from './writing.ts'

const none = ['pas du tout', 'not at all'] as const
const all = ['tout à fait', 'entirely'] as const

/**
 * Welcome by a network of the social economy (MES: ARDES, PES 21, APES…): directly, by word of mouth, or prescribed;
 * then an accompaniment among peers, until the organisation takes a place of its own in the network.
 */
export const accueilMembreMes = written({
  code: 'accueil-membre-mes',
  version: 1,
  name: ['Accueil d’un membre (MES)', 'Welcome of a member (MES)'],
  unitOfCount: 'organisation',
  typology: { target: 'organisation', trade: 'guidance', format: 'individual' },
  steps: [
    // How it came, who sent it and why are questions that every intake asks.
    { code: 'entry', label: both(['Entrée', 'Entry']), tab: 'accueil' },
    step(
      'welcome',
      ['Note d’accueil', 'Welcome note'],
      [
        'Ce que la structure vient chercher, et ce qu’elle apporte, dans ses mots.',
        'What the organisation comes for, and what it brings, in its words.',
      ],
      [
        text('welcome_request', ['Ce qu’elle vient chercher', 'What it comes for'], required),
        text('welcome_brings', ['Ce qu’elle peut apporter aux autres', 'What it can bring to others'], required),
        line('welcome_by', ['Accueillie par', 'Welcomed by'], required),
        choice('welcome_urgent', ['Tension de trésorerie', 'Short of cash'], yesNo, required),
        text('welcome_norm', ['Ce qu’on lui demande et qui ne lui va pas', 'What is asked of it and does not suit it']),
        scale(
          'speaks_up',
          [
            'Nous savons défendre notre projet devant les collectivités',
            'We can defend our project before authorities',
          ],
          none,
          all,
          tracked,
        ),
      ],
    ),
    step(
      'accompaniment',
      ['Accompagnement', 'Accompaniment'],
      ['Ce qui est travaillé, avec qui, et dans quel cadre.', 'What is worked on, with whom, and in what frame.'],
      [
        choices(
          'work_on',
          ['Ce qui est travaillé', 'What is worked on'],
          {
            project: ['Projet politique', 'Political project'],
            model: ['Modèle socio-économique', 'Socio-economic model'],
            jobs: ['Emploi et conditions de travail', 'Jobs and working conditions'],
            governance: ['Gouvernance', 'Governance'],
            authorities: ['Relations avec les collectivités', 'Relations with authorities'],
          },
          required,
        ),
        choices(
          'work_with',
          ['Avec qui', 'With whom'],
          {
            staff: ['L’équipe du réseau', 'The network’s team'],
            peers: ['Des pairs du réseau', 'Peers of the network'],
            expert: ['Une personne experte', 'An expert'],
          },
          required,
        ),
        text('work_frame', ['Cadre négocié avec la collectivité', 'Frame negotiated with the authority']),
        number('work_meetings', ['Rencontres tenues', 'Meetings held'], required),
      ],
    ),
    step(
      'peers',
      ['Échange entre pairs', 'Exchange among peers'],
      [
        'Ce qui a été transmis, par qui, à qui, et ce que chacun en garde.',
        'What was passed on, by whom, to whom, and what each keeps of it.',
      ],
      [
        date('peers_on', ['Échange tenu le', 'Exchange held on'], required),
        line('peers_with', ['Avec quelle structure du réseau', 'With which organisation of the network'], required),
        text('peers_passed', ['Ce qui a été transmis', 'What was passed on'], required),
        text('peers_back', ['Ce que la structure transmettra à son tour', 'What it will pass on in its turn']),
      ],
    ),
    step(
      'place',
      ['Place dans le réseau', 'Place in the network'],
      [
        'Sa place, à noter sur la fiche de la structure, et les effets qu’aucun indicateur imposé ne montre.',
        'Its place, to be noted on the sheet of the organisation, and the effects that no imposed figure shows.',
      ],
      [
        text(
          'place_changed',
          ['Ce qui a changé dans son lien au réseau', 'What changed in its tie to the network'],
          required,
        ),
        text('place_effects', [
          'Effets que les chiffres demandés ne montrent pas',
          'Effects that the figures asked for do not show',
        ]),
        choice(
          'place_part',
          ['Part prise à la vie du réseau', 'Part taken in the life of the network'],
          {
            none: ['Aucune', 'None'],
            comes: ['Vient aux rencontres', 'Comes to the meetings'],
            gives: ['Donne du temps ou un savoir-faire', 'Gives time or a skill'],
            speaks: ['Porte la parole du réseau', 'Speaks for the network'],
          },
          tracked,
        ),
        ...closingQuestions('place'),
        usefulQuestion('place'),
      ],
    ),
    followUpStep(['Suivi', 'Follow-up']),
  ],
  stages: [
    {
      state: 'received',
      step: 'entry',
      label: ['Arrivée', 'Arrived'],
      next: ['Tenir le premier rendez-vous', 'Hold the first meeting'],
      days: 7,
      // The name and the words of the way that the page of the intake offers.
      way: {
        button: ['Premier rendez-vous tenu', 'First meeting held'],
        code: 'hold_intake',
        records: 'intake',
        guards: ['channel_known'],
      },
    },
    {
      state: 'intake',
      step: 'welcome',
      label: ['Accueil', 'Welcome'],
      next: ['Écrire la note d’accueil', 'Write the welcome note'],
      days: 15,
      way: {
        button: ['La note d’accueil est partagée', 'The welcome note is shared'],
        records: 'diagnostic_validated',
      },
    },
    {
      state: 'diagnostic_validated',
      step: 'accompaniment',
      label: ['Cadre à poser', 'Frame to be set'],
      next: ['Décider avec la structure de ce qui sera travaillé', 'Decide with the organisation what to work on'],
      days: 15,
      way: { button: ['Le cadre est posé', 'The frame is set'], records: 'plan_approved', guards: [] },
    },
    {
      state: 'plan_approved',
      step: 'accompaniment',
      label: ['Prête à commencer', 'Ready to start'],
      next: ['Tenir la première rencontre', 'Hold the first meeting of work'],
      days: 15,
      way: { button: ['L’accompagnement commence', 'The accompaniment starts'], guards: [] },
    },
    {
      state: 'in_progress',
      step: 'accompaniment',
      label: ['Accompagnement en cours', 'Accompaniment under way'],
      next: ['Tenir la prochaine rencontre', 'Hold the next meeting'],
      days: 30,
      way: { button: ['Le travail avec le réseau est fait', 'The work with the network is done'] },
    },
    {
      state: 'peer_exchange',
      step: 'peers',
      label: ['Échange entre pairs', 'Exchange among peers'],
      next: ['Organiser l’échange avec une autre structure', 'Arrange the exchange with another organisation'],
      days: 30,
      way: { button: ['L’échange a eu lieu', 'The exchange was held'] },
    },
    {
      state: 'restitution',
      step: 'place',
      label: ['Place à dire', 'Place to be said'],
      next: ['Dire avec la structure quelle place elle prend', 'Say with the organisation which place it takes'],
      days: 15,
      way: {
        ...toFollowUp(['Sa place est dite', 'Its place is said']),
        guards: ['step_answered', 'network_status_known'],
      },
    },
    followUpStage(['Suivi', 'Follow-up'], ['Reprendre des nouvelles', 'Ask for news'], 180),
  ],
  waves: wavesAt({ T1: 0, T2: 6, T3: 12 }),
})
