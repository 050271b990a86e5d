import { addMember } from '#app/features/engineerings/add-member.command.server.ts'
import { grantMission } from '#app/features/engineerings/consultants.store.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { inviteConsultant } from '#app/features/engineerings/invite-consultant.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { tellSession } from '#app/features/sessions/tell-session.command.server.ts'
import { addDays, type Day, nextBusinessDay } from '#app/kernel/day.ts'
import type { CaseFile, Cohort, Company } from './case-file.ts'
import { compareOffers, consult, runContract } from './consulting.ts'
import { gather, shareWith } from './grouping.ts'
import { Chance } from './random.ts'
import { haveSigned } from './sheets.ts'
import { type Stage, type Story, workingDay } from './stage.ts'
import { sessionDecisions, sessionNextSteps } from './texts.ts'

const texts = (chance: Chance) => ({
  decisions: chance.pick(sessionDecisions),
  nextSteps: chance.isTrue(0.35) ? [{ text: chance.pick(sessionNextSteps) }] : [],
})
const mode = (chance: Chance) => chance.pick(['on_site', 'on_site', 'on_site', 'remote', 'hybrid'])
const kindOf = (index: number, count: number, usual: string) =>
  index === 0 ? 'kickoff' : index === count - 1 ? 'restitution' : usual

/** What a case buys outside, or the wait for its cohort; three in ten do without. */
export async function* engineering(file: CaseFile): Story {
  const { chance, plan, stage } = file
  if (plan.cohort) {
    plan.cohort.members.push(file)
    file.on = addDays(plan.cohort.startsOn, 200)
    if (plan.stop === 'in_progress') return
    yield file.later(0)
    return
  }
  if (!plan.consultant && !plan.actionDueOn && chance.isTrue(0.25)) {
    yield file.within(60, 150)
    return
  }
  const action = (await file.actions()).find(({ nature }) => nature === 'individual_engineering')
  const days = file.isTimed ? 4 : chance.between(3, 5)
  const isRunning = plan.stop === 'in_progress'
  const input = {
    title: action?.title ?? 'Appui au projet',
    providerId: plan.consultant ? file.company.providers[3] : chance.pick(['0', '1', '2', '4', '5', '6', '7']),
    daysOrdered: String(days),
    amount: String(days * chance.between(88, 108) * 10),
    startsOn: file.on,
    endsOn: isRunning ? addDays(stage.today, chance.between(38, 120)) : addDays(file.on, 210),
    signedOn: file.on,
    unconsultedReason: 'Montant sous le seuil de consultation de l’opérateur ; deux devis comparés.',
    actionIds: action ? [action.id] : [],
  }
  if (!plan.consultant) input.providerId = file.company.providers[Number(input.providerId)]
  const { engineeringId } = await file.does(createEngineering, { kind: 'individual', ...input })
  if (plan.consultant) await letIn(file, engineeringId, input)
  const dueOn = plan.actionDueOn
  if (dueOn && action) await postpone(file, action.id, dueOn)
  const consulting = isRunning && dueOn && !plan.consultant ? await consult(file) : null
  const count = isRunning ? 2 : days
  for (let index = 0; index < count; index++) {
    yield file.within(12, 26)
    await holdSession(file, engineeringId, { index, count: days })
  }
  if (consulting) {
    await compareOffers(file, consulting)
    await runContract(file, engineeringId, '980')
  }
  if (isRunning) return
  yield file.within(10, 30)
  await file.does(editEngineering, {
    engineeringId,
    version: 1,
    ...input,
    deliveredOn: file.on,
    paidOn: chance.isTrue(0.9) ? file.on : '',
  })
}

/** The consultant of the demonstration: by a message while the mission runs, silently where it is history. */
async function letIn(
  file: CaseFile,
  engineeringId: string,
  { startsOn, endsOn }: { startsOn: CaseFile['on']; endsOn: CaseFile['on'] },
) {
  const { consultant } = file.plan
  if (!consultant) return
  if (file.plan.stop === 'in_progress')
    return file.does(inviteConsultant, { engineeringId, name: consultant.name, email: consultant.email })
  return file.stage.inside(file.on, ({ tx, operator }) =>
    grantMission(tx, operator.id, { userId: consultant.userId, engineeringId, fromOn: startsOn, toOn: endsOn }),
  )
}

async function holdSession(file: CaseFile, engineeringId: string, { index, count }: { index: number; count: number }) {
  const { chance, stage, plan } = file
  const door = plan.consultant ? stage.as(plan.consultant.userId) : file.practitioner
  const { sessionId } = await stage.must(recordSession, door, file.on, {
    engineeringId,
    status: 'held',
    heldOn: file.on,
    days: '1',
    kind: kindOf(index, count, chance.isTrue(0.2) ? 'interim' : 'individual'),
    mode: mode(chance),
    place: chance.isTrue(0.6) ? `Locaux de la structure, ${plan.cast.commune}` : '',
    attendance: [{ accompanimentId: file.id, status: 'present', personName: file.organisation?.leader.name }],
    ...texts(chance),
  })
  if (plan.consultant) await stage.must(tellSession, stage.system, file.on, { sessionId })
}

async function postpone(file: CaseFile, actionId: string, dueOn: string) {
  const action = (await file.actions()).find(({ id }) => id === actionId)
  if (!action) return
  const { version, nature, title, status } = action
  await file.does(updateAction, { actionId, version, nature, title, status, dueOn, owner: 'Équipe salariée' })
}

/** A collective engineering: bought once its members are there, and told beside their own stories. */
export async function* cohortStory(
  company: Company,
  cohort: Cohort,
  { practitioner, seed, isRunning }: CohortPlan,
): Story {
  const { stage } = company
  const chance = new Chance(seed)
  let on = workingDay(cohort.startsOn, stage.today)
  yield on
  const door = stage.as(practitioner)
  const members = [...cohort.members]
  const input = {
    title: cohort.title,
    providerId: company.providers[2],
    daysOrdered: '11',
    amount: '11250',
    startsOn: on,
    endsOn: isRunning ? addDays(stage.today, 95) : addDays(on, 190),
    signedOn: on,
    unconsultedReason: 'Groupement : la consultation a été menée par le réseau régional.',
  }
  const { engineeringId } = await stage.must(createEngineering, door, on, { kind: 'collective', ...input })
  for (const { id } of members) await stage.must(addMember, door, on, { engineeringId, accompanimentId: id })
  const actions = (await Promise.all(members.map(member => member.actions()))).flat()
  const actionIds = actions.filter(({ nature }) => nature === 'collective_engineering').map(({ id }) => id)
  await stage.must(editEngineering, door, on, { engineeringId, version: 1, ...input, actionIds })
  await gather(company, door, on, { engineeringId, members })
  if (isRunning) {
    await planSeries(stage, door, on, engineeringId)
    await shareWith('incubateur-demo', company, door, on, engineeringId)
  }
  const count = isRunning ? 4 : 9
  for (let index = 0; index < count; index++) {
    on = workingDay(addDays(on, chance.between(12, 20)), stage.today)
    yield on
    const { sessionId } = await stage.must(recordSession, door, on, {
      engineeringId,
      status: 'held',
      heldOn: on,
      beginsAt: '09:30',
      endsAt: '17:00',
      days: index % 4 === 3 ? '1,5' : '1',
      kind: kindOf(index, 9, 'collective'),
      mode: mode(chance),
      place: 'Salle du marché, Orléans',
      attendance: members.map(member => ({
        accompanimentId: member.id,
        status: chance.pick(['present', 'present', 'present', 'present', 'remote', 'excused', 'absent']),
        personName: member.organisation?.leader.name,
      })),
      ...texts(chance),
      nextSteps: [],
    })
    // The sheet of the last one is still to be signed.
    if (isRunning && index < count - 1) await haveSigned(stage, door, on, { engineeringId, sessionId })
  }
  if (isRunning) return
  on = workingDay(addDays(on, 20), stage.today)
  yield on
  await stage.must(editEngineering, door, on, {
    engineeringId,
    version: 2,
    ...input,
    actionIds,
    deliveredOn: on,
    paidOn: on,
  })
}
/** What is left of the group's work: three half-days, two weeks apart. */
function planSeries(stage: Stage, door: ReturnType<Stage['as']>, on: Day, engineeringId: string) {
  return stage.must(recordSession, door, on, {
    engineeringId,
    status: 'planned',
    heldOn: nextBusinessDay(addDays(stage.today, 9)),
    beginsAt: '14:00',
    endsAt: '17:00',
    days: '0,5',
    kind: 'collective',
    mode: 'on_site',
    place: 'Salle du marché, Orléans',
    everyWeeks: '2',
    times: '3',
    holidays: 'keep',
  })
}

export type CohortPlan = { practitioner: string; seed: number; isRunning: boolean }
