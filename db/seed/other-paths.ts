import { and, asc, eq } from 'drizzle-orm'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { attachCase } from '#app/features/steps/attach-case.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { takeStep } from '#app/features/steps/take-step.command.server.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { type Stage, workingDay } from './stage.ts'

/** A value of an answer that is a day: so many days before the first start. */
type Given = Record<string, string | string[] | { daysAgo: number }>
type OtherPath = {
  programme: string
  /** A project without organisation, or the sector of the organisation that it is about. */
  about: { project: string } | { sector: string }
  motive: string
  openedDaysAgo: number
  /** `person`: whom it is about is chosen before the answers. */
  steps: readonly { step?: string; person?: true; answers?: Given; transition?: string; daysAgo: number }[]
}

/** One case of each programme besides the DLA's own, part of the way: what a practitioner meets when she opens one. */
const otherPaths: readonly OtherPath[] = [
  {
    programme: 'fabrique-a-initiatives',
    about: { project: 'Atelier de réparation d’électroménager' },
    motive:
      'Trois communes du Gâtinais voient leurs habitants jeter faute de réparateur à moins de quarante kilomètres.',
    openedDaysAgo: 190,
    steps: [
      {
        step: 'idea',
        answers: {
          idea_need: 'Faire réparer ses appareils sans aller jusqu’à Orléans, et à un prix que l’on peut payer.',
          idea_territory: 'Gâtinais montargois',
          idea_territory_kind: 'rural',
          idea_source: ['scout', 'inhabitants'],
          idea_public: 'Ménages modestes, personnes sans voiture',
          idea_existing: 'Une ressourcerie à Gien, un Repair Café une fois par mois à Montargis.',
        },
        transition: 'leave_received',
        daysAgo: 180,
      },
      {
        step: 'creativity',
        answers: {
          creativity_on: { daysAgo: 150 },
          creativity_people: '14',
          creativity_partners: '6',
          creativity_ideas: 'Camion atelier, points de dépôt en mairie, abonnement, formation de bénévoles.',
          creativity_kept: 'Un camion atelier qui passe deux fois par mois dans douze communes.',
        },
        transition: 'leave_intake',
        daysAgo: 148,
      },
      {
        step: 'study',
        answers: {
          study_need: '1 900 appareils jetés par an sur les douze communes, dont un sur trois est réparable.',
          study_offer: 'Réparation sur place, pièces d’occasion, vente d’appareils remis en état.',
          study_model: 'Prestations aux communes, éco-organisme, ventes : équilibre en troisième année à 2,5 postes.',
          study_stakeholders: 'Communauté de communes, éco-organisme, ressourcerie, lycée professionnel.',
          study_budget: '18500',
          study_conclusion: 'go',
        },
        daysAgo: 20,
      },
    ],
  },
  {
    programme: 'incubation',
    about: { project: 'Conserverie des invendus' },
    motive: 'Candidature à la promotion de printemps.',
    openedDaysAgo: 95,
    steps: [
      {
        step: 'application',
        answers: {
          application_call: 'Promotion de printemps',
          application_holder: 'Maud Lecomte et Samir Oulad',
          application_team: '2',
          application_project: 'Transformer les invendus des maraîchers en bocaux, avec un chantier d’insertion.',
          application_impact: 'Dix tonnes par an qui ne sont plus jetées, quatre postes en parcours.',
          application_stage: 'test',
          application_needs: 'Un local aux normes et un modèle de prix.',
        },
        transition: 'leave_received',
        daysAgo: 80,
      },
      {
        step: 'jury',
        answers: {
          jury_on: { daysAgo: 40 },
          jury_members: 'Une incubée de la promotion précédente, une élue, une banque, un maraîcher.',
          jury_impact: '4',
          jury_model: '2',
          jury_team: '4',
          jury_territory: '3',
          jury_collective: '3',
          jury_decision: 'selected',
        },
        transition: 'leave_intake',
        daysAgo: 38,
      },
    ],
  },
  {
    programme: 'changement-echelle',
    about: { sector: 'Environnement' },
    motive: 'Deux territoires voisins demandent la même chose.',
    openedDaysAgo: 140,
    steps: [
      { transition: 'leave_received', daysAgo: 135 },
      {
        step: 'maturity',
        answers: {
          maturity_ambition: 'Ouvrir deux sites en trois ans sans perdre la gestion par les habitants.',
          maturity_project: '4',
          maturity_model: '3',
          maturity_governance: '2',
          maturity_team: '3',
          maturity_partners: '3',
          maturity_conditions: 'Une charte commune et une personne dédiée.',
        },
        transition: 'leave_intake',
        daysAgo: 110,
      },
      {
        step: 'strategy',
        answers: {
          strategy_kind: 'cooperation',
          strategy_why: 'Chaque territoire garde son association ; les achats et la formation sont partagés.',
          strategy_partner: 'Deux collectifs d’habitants',
          strategy_risks: 'La fatigue de l’équipe fondatrice.',
          strategy_budget: '42000',
        },
        daysAgo: 60,
      },
    ],
  },
  {
    programme: 'orientation-cress',
    about: { project: 'Café associatif de Coullons' },
    motive: 'Premier appel après le salon des associations.',
    openedDaysAgo: 24,
    steps: [
      {
        step: 'contact',
        answers: {
          contact_name: 'Nadia Ferrand',
          contact_reach: 'nadia.ferrand@organisations.example',
          contact_request: 'Nous sommes six, nous avons un local, nous ne savons pas par quoi commencer.',
          contact_answered_on: { daysAgo: 21 },
        },
        transition: 'leave_received',
        daysAgo: 21,
      },
      {
        step: 'stage',
        answers: {
          stage_stage: 'feasibility',
          stage_needs: ['project', 'funding'],
          stage_unmet: 'Personne n’accompagne les cafés associatifs à l’est du département.',
        },
        transition: 'leave_intake',
        daysAgo: 14,
      },
      {
        step: 'referral',
        answers: {
          referral_to: 'Incubateur Rives de Loire',
          referral_why: 'Son prochain appel porte sur les lieux de vie en milieu rural.',
          referral_sent_on: { daysAgo: 12 },
          referral_expected_on: { daysAgo: 2 },
        },
        transition: 'leave_diagnostic_validated',
        daysAgo: 12,
      },
    ],
  },
  {
    programme: 'formation',
    about: { sector: 'Services à la personne' },
    motive: 'Inscription par le catalogue.',
    openedDaysAgo: 70,
    steps: [
      {
        step: 'programme',
        answers: {
          programme_title: 'Tenir sa trésorerie sur douze mois',
          programme_goals: 'Lire un plan de trésorerie, voir venir un creux, préparer un rendez-vous à la banque.',
          programme_trainer: 'Claire Besnard',
          programme_hours: '14',
          programme_from: { daysAgo: 30 },
          programme_to: { daysAgo: 9 },
          programme_price: '320',
        },
        transition: 'leave_received',
        daysAgo: 66,
      },
      {
        step: 'registration',
        person: true,
        answers: {
          registration_expects: 'Ne plus découvrir un découvert le 25 du mois.',
          self_knowledge: '1',
          self_practice: '1',
          self_share: '0',
        },
        transition: 'leave_intake',
        daysAgo: 50,
      },
      { transition: 'leave_diagnostic_validated', daysAgo: 45 },
      {
        step: 'attendance',
        answers: { half_day_1: 'present', half_day_2: 'present', half_day_3: 'excused', attendance_hours: '7' },
        transition: 'leave_plan_approved',
        daysAgo: 16,
      },
    ],
  },
  {
    programme: 'coaching',
    about: { sector: 'Culture' },
    motive: 'Prise de poste après le départ du directeur fondateur.',
    openedDaysAgo: 85,
    steps: [
      { person: true, transition: 'leave_received', daysAgo: 84 },
      {
        step: 'framing',
        answers: {
          framing_goal: 'Prendre sa place sans copier celui qui part.',
          framing_sessions: '6',
          framing_agreed_on: { daysAgo: 78 },
          framing_three: 'yes',
          framing_employer: 'Le bureau de l’association',
          self_ease: '1',
          self_decide: '2',
        },
        transition: 'leave_intake',
        daysAgo: 78,
      },
      { transition: 'leave_diagnostic_validated', daysAgo: 77 },
      {
        step: 'sessions',
        answers: { sessions_held: '3', sessions_last_on: { daysAgo: 11 } },
        transition: 'leave_plan_approved',
        daysAgo: 11,
      },
    ],
  },
]

/** Opens them and takes each as far as it goes, by the commands of the product. */
export async function tellOtherPaths(stage: Stage, lead: string): Promise<void> {
  for (const path of otherPaths) await tellPath(stage, lead, path)
}

async function tellPath(stage: Stage, lead: string, { programme, about, motive, openedDaysAgo, steps }: OtherPath) {
  const door = stage.as(lead)
  const ago = (days: number): Day => workingDay(addDays(stage.today, -days), stage.today)
  const organisationId = 'sector' in about ? await organisationOf(stage, about.sector) : ''
  const { number } = await stage.must(openAccompaniment, door, ago(openedDaysAgo), {
    ...(organisationId ? { organisationId } : { title: 'project' in about ? about.project : motive }),
    programme,
    channel: 'direct',
    motive,
  })
  for (const { step, person, answers, transition, daysAgo } of steps) {
    const on = ago(daysAgo)
    if (person) {
      const { version, contactPersonId } = await onCase(stage, number)
      await stage.must(attachCase, door, on, { number, version, contactPersonId })
    }
    if (step && answers) {
      const given = Object.entries(answers).map(([code, value]) =>
        typeof value === 'object' && 'daysAgo' in value ? [code, ago(value.daysAgo)] : [code, value],
      )
      await stage.must(saveAnswers, door, on, { number, step, version: 0, answers: Object.fromEntries(given) })
    }
    if (transition) await stage.must(takeStep, door, on, { number, transition, on })
  }
}

async function organisationOf(stage: Stage, sector: string): Promise<string> {
  const [found] = await stage.inside(stage.today, ({ tx, operator }) =>
    tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.sector, sector)))
      .orderBy(asc(organisations.name))
      .limit(1),
  )
  if (!found) throw new Error(`no organisation of the sector ${sector}`)
  return found.id
}

/** What the form of the case's organisation was made from, and the first person of the organisation. */
async function onCase(stage: Stage, number: string): Promise<{ version: number; contactPersonId: string }> {
  const [found] = await stage.inside(stage.today, ({ tx, operator }) =>
    tx
      .select({ version: accompaniments.version, contactPersonId: people.id })
      .from(accompaniments)
      .innerJoin(
        people,
        and(eq(people.operatorId, accompaniments.operatorId), eq(people.organisationId, accompaniments.organisationId)),
      )
      .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.number, number)))
      .orderBy(asc(people.id))
      .limit(1),
  )
  if (!found) throw new Error(`nobody to accompany in ${number}`)
  return found
}
