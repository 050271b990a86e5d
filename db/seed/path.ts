import { abandonAccompaniment } from '#app/features/accompaniments/abandon-accompaniment.command.server.ts'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { approvePlan } from '#app/features/accompaniments/approve-plan.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import { type ExpertiseDomain, expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { needUrgencies } from '#app/features/diagnostics/need.ts'
import { recordValidation } from '#app/features/diagnostics/record-validation.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { sendForValidation } from '#app/features/diagnostics/send-for-validation.command.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { enterFollowUp } from '#app/features/restitutions/enter-follow-up.command.server.ts'
import { holdRestitution } from '#app/features/restitutions/hold-restitution.command.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { CaseFile, type CasePlan, type Company } from './case-file.ts'
import { followingUp } from './following-up.ts'
import { engineering } from './missions.ts'
import { opening } from './opening.ts'
import type { Story } from './stage.ts'
import {
  abandonComments,
  alliances,
  conclusions,
  documentsSeen,
  finalReports,
  notes,
  opinionComments,
  participants,
  suspensionReasons,
  themes,
} from './texts.ts'
import { trackingStarts } from './tracking.ts'

const committeeProgrammes = ['dla-individuel']

/** The whole of one case, from the first call to the closure, or as far as its plan and today let it go. */
export async function* caseStory(company: Company, plan: CasePlan): Story {
  const file = new CaseFile(company, plan)
  yield* opening(file)
  if (['received', 'intake'].includes(plan.stop ?? '') || plan.ending === 'referred' || plan.ending === 'ineligible')
    return
  const domains = file.chance.several(expertiseDomains, file.chance.between(2, 4))
  yield* diagnosing(file, domains)
  if (plan.stop === 'diagnostic') return
  if (plan.stop === 'diagnostic_validated') return
  if (plan.ending === 'abandoned' && file.chance.isTrue(0.5)) return yield* leaving(file)
  yield* planning(file, domains)
  if (['planning', 'committee_review', 'plan_approved'].includes(plan.stop ?? '') || plan.ending === 'adjourned') return
  yield file.within(3, 14)
  await file.does(advanceCase, { transition: 'start', on: file.on })
  if (plan.ending === 'abandoned') return yield* leaving(file)
  if (plan.ending === 'suspended') return yield* pausing(file)
  yield* engineering(file)
  if (plan.stop === 'in_progress') return
  yield* concluding(file)
  if (plan.stop === 'restitution') return
  yield* followingUp(file)
}

/** The figures of T0, none of which exceeds the head-count. */
function figures({ chance, organisation, plan }: CaseFile) {
  const known = organisation?.headcount ?? null
  const headcount = known ?? chance.between(2, 9)
  const part = (share: number) => Math.min(headcount, Math.round(headcount * share * (0.8 + chance.next() * 0.4)))
  const permanent = part(0.7)
  return {
    headcount: known ?? '',
    fte: Math.round(headcount * (0.7 + chance.next() * 0.25) * 2) / 2,
    permanent,
    fixedTerm: headcount - permanent,
    women: part(0.62),
    partTime: part(0.4),
    subsidised: chance.isTrue(0.08) ? '' : part(0.15),
    volunteers: chance.between(4, 70),
    budget: headcount * chance.between(36, 52) * 1000 + chance.between(8, 40) * 1000,
    funderCount: chance.between(2, 9),
    strategy: chance.between(0, 3),
    governance: plan.seed % 3,
    funderKinds: ['town', 'state', 'region', 'foundation'].slice(plan.seed % 2, 2 + (plan.seed % 3)),
    alliances: alliances[plan.seed % alliances.length],
    origin: 'payroll',
    certainty: 'sure',
    origins: { volunteers: { origin: 'declared', certainty: 'estimated' }, budget: { origin: 'accounts' } },
  }
}

async function* diagnosing(file: CaseFile, domains: ExpertiseDomain[]): Story {
  const { chance, plan } = file
  const chosen = domains.map(domain => ({ domain, theme: chance.pick(themes[domain]) }))
  yield file.within(10, 20)
  file.headcount = file.organisation?.headcount ?? null
  await trackingStarts(file)
  await file.does(saveSnapshot, { version: 0, takenOn: file.on, ...figures(file) })
  const situation = Object.fromEntries(
    expertiseDomains.map(domain => {
      const own = chosen.find(one => one.domain === domain)
      const text = own?.theme.weak ?? (chance.isTrue(0.5) ? chance.pick(themes[domain]).strong : '')
      return [domain, { score: own ? chance.between(0, 2) : chance.between(2, 4), text }]
    }),
  )
  const diagnostic = {
    participants: chance.pick(participants),
    documentsSeen: chance.pick(documentsSeen),
    practitionerDays: String(chance.between(4, 14) / 4),
    situation,
    strengths: chosen.map(({ theme }) => theme.strong).join('\n'),
    brakes: chosen.map(({ theme }) => theme.weak).join('\n'),
  }
  const needs = chosen.map(({ domain, theme }, index) => ({
    rank: index + 1,
    domain,
    title: theme.need,
    urgency: needUrgencies[Math.min(index, needUrgencies.length - 1)],
    jobsEffect: domain === 'technical' ? 'none' : index === 0 ? 'keeps' : 'improves',
  }))
  const isBeginning = plan.stop === 'diagnostic' && chance.isTrue(0.5)
  await file.does(saveDiagnostic, { version: 0, ...diagnostic, needs: isBeginning ? needs.slice(0, 1) : needs })
  if (isBeginning) return
  yield file.within(8, 25)
  await file.does(saveDiagnostic, { version: 1, ...diagnostic, conclusions: chance.pick(conclusions), needs })
  const leader = file.organisation?.leader
  if (plan.stop === 'diagnostic') {
    await file.does(sendForValidation, { personId: leader?.id })
    return
  }
  yield file.within(6, 22)
  await file.does(recordValidation, {
    version: 2,
    validatedOn: file.on,
    validatedByName: leader?.name,
    validatedByFunction: 'Présidence',
    validatedAs: 'governance',
    reservation: chance.isTrue(0.15) ? 'Nous aurions mis la question du local plus haut dans la liste.' : '',
  })
}

/** Days before an action of the plan is due. */
const soon = [20, 90] as const
const inTime = [120, 220] as const

async function* planning(file: CaseFile, domains: ExpertiseDomain[]): Story {
  const { chance, plan } = file
  const [first, second] = domains.map(domain => chance.pick(themes[domain]))
  const leader = file.organisation?.leader.name ?? ''
  yield file.within(6, 20)
  const isCurrent = plan.stop === 'in_progress'
  const dueOn = () =>
    addDays(isCurrent ? file.stage.today : file.on, isCurrent ? chance.between(...soon) : chance.between(...inTime))
  await file.does(addAction, { nature: 'self_action', title: first?.self, owner: leader, dueOn: dueOn() })
  await file.does(addAction, {
    nature: plan.cohort ? 'collective_engineering' : 'individual_engineering',
    title: plan.cohort ? plan.cohort.title : first?.bought,
    dueOn: dueOn(),
  })
  if (second && chance.isTrue(0.7))
    await file.does(addAction, { nature: 'self_action', title: second.self, owner: leader, dueOn: dueOn() })
  if (chance.isTrue(0.35))
    await file.does(addAction, {
      nature: chance.isTrue(0.5) ? 'territory' : 'internal_expertise',
      title: chance.isTrue(0.5)
        ? 'Rencontrer le réseau départemental de la filière'
        : 'Deux rendez-vous avec le pôle financement',
    })
  if (plan.stop === 'planning') return
  if (committeeProgrammes.includes(plan.programme)) {
    const isWaiting = plan.stop === 'committee_review'
    const committeeOn = isWaiting ? addDays(file.stage.today, chance.between(4, 20)) : addDays(file.on, 22)
    await file.edits(recordOpinion, { committeeOn })
    await file.does(advanceCase, { transition: 'submit_to_committee' })
    if (isWaiting) return
    file.on = committeeOn
    yield file.later(0)
    const opinion =
      plan.ending === 'adjourned' ? 'adjourned' : chance.isTrue(0.7) ? 'favourable' : 'favourable_with_reservations'
    await file.edits(recordOpinion, { committeeOn, opinion, opinionComment: chance.pick(opinionComments) })
    if (plan.ending === 'adjourned') {
      await file.does(advanceCase, { transition: 'adjourn' })
      return
    }
  }
  yield file.within(2, 9)
  await file.does(approvePlan, { planApprovedOn: file.on, planApprovedBy: leader })
}

async function* concluding(file: CaseFile): Story {
  const { chance } = file
  yield file.within(8, 22)
  for (const { id: actionId, version, nature, title, owner, dueOn, status } of await file.actions()) {
    if (status === 'done' || status === 'dropped') continue
    const isDone = chance.isTrue(0.85)
    await file.does(updateAction, {
      actionId,
      version,
      nature,
      title,
      owner: owner ?? '',
      dueOn: dueOn ?? '',
      result: isDone ? 'Fait, et présenté au CA.' : 'Reporté à l’exercice suivant, d’un commun accord.',
      status: isDone ? 'done' : 'deferred',
    })
  }
  await file.does(holdRestitution, { restitutionOn: file.on })
  if (file.plan.stop === 'restitution' && chance.isTrue(0.5)) return
  await file.edits(saveFinalReport, {
    finalReport: chance.pick(finalReports),
    outcome: chance.pick([
      'objectives_reached',
      'objectives_reached',
      'objectives_reached',
      'partly',
      'partly',
      'not_reached',
    ]),
  })
  if (file.plan.stop === 'restitution') return
  yield file.within(3, 12)
  await file.does(enterFollowUp, {})
}

async function* leaving(file: CaseFile): Story {
  yield file.within(15, 60)
  await file.does(abandonAccompaniment, {
    abandonReason: file.chance.pick(['withdrew', 'closed_down', 'merged']),
    abandonedOn: file.on,
    comment: file.chance.pick(abandonComments),
  })
}

async function* pausing(file: CaseFile): Story {
  yield file.within(10, 30)
  await file.does(addNote, { body: file.chance.pick(notes) })
  const resumeOn = file.plan.actionDueOn ?? addDays(file.stage.today, file.chance.between(20, 70))
  await file.does(suspendAccompaniment, { reason: file.chance.pick(suspensionReasons), resumeOn })
}
