import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/access/sha256.server.ts'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { approvePlan } from '#app/features/accompaniments/approve-plan.command.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { recordValidation } from '#app/features/diagnostics/record-validation.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { addAction } from '#app/features/plans/add-action.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { enterFollowUp } from '#app/features/restitutions/enter-follow-up.command.server.ts'
import { holdRestitution } from '#app/features/restitutions/hold-restitution.command.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { accompaniments, diagnostics, planActions } from '#db/schema/accompaniments.ts'
import { type LinkPurpose, links } from '#db/schema/operators.ts'
import type { TestActor, TestOperator } from './operator.ts'

export type TestCase = {
  number: string
  id: string
  organisationId: string
  personId: string
  practitioner: TestActor
}

/** The states that a test may ask for, in the order of the path. */
const path = [
  'received',
  'intake',
  'diagnostic',
  'diagnostic_validated',
  'planning',
  'committee_review',
  'plan_approved',
  'in_progress',
  'restitution',
  'follow_up',
] as const
export type PathState = (typeof path)[number]

export const caseRow = (operator: TestOperator, number: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(accompaniments)
      .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.number, number)))
    if (!row) throw new Error(`no case ${number}`)
    return row
  })

export const diagnosticRow = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(diagnostics)
      .where(and(eq(diagnostics.operatorId, operator.id), eq(diagnostics.accompanimentId, accompanimentId)))
    return row ?? null
  })

/** A case brought to a state through its use cases, in an operator whose programmes are installed. */
export async function caseIn(
  operator: TestOperator,
  state: PathState = 'received',
  given?: TestActor,
): Promise<TestCase> {
  await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
  const practitioner = given ?? (await operator.practitioner())
  const { id: organisationId } = await practitioner.must(createOrganisation, {
    name: `Structure ${newId().slice(-4)}`,
    isAnother: 'oui',
  })
  const { id: personId } = await practitioner.must(addPerson, {
    id: organisationId,
    name: 'Aïcha Benali',
    email: 'aicha@structure.example',
    function: 'governance',
  })
  const { number } = await practitioner.must(openAccompaniment, {
    organisationId,
    programme: 'dla-individuel',
    requestedOn: '2026-01-05',
  })
  const { id } = await caseRow(operator, number)
  const opened: TestCase = { number, id, organisationId, personId, practitioner }
  for (const step of path.slice(1, path.indexOf(state) + 1)) await steps[step](operator, opened)
  return opened
}

export const wholeSnapshot = {
  takenOn: '2026-01-20',
  headcount: '8',
  fte: '6,5',
  permanent: '6',
  fixedTerm: '2',
  women: '5',
  partTime: '3',
  subsidised: '1',
  volunteers: '20',
  budget: '410000',
  funderCount: '6',
  strategy: '1',
}

const steps: Record<PathState, (operator: TestOperator, opened: TestCase) => Promise<unknown>> = {
  received: async () => {},
  intake: (_operator, { practitioner, number }) =>
    practitioner.must(advanceCase, { number, transition: 'hold_intake', on: '2026-01-12' }),
  diagnostic: async (operator, { practitioner, number, personId }) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(saveIntake, {
      number,
      version,
      intakeOn: '2026-01-12',
      contactPersonId: personId,
      requester: 'governance',
      noticeGivenOn: '2026-01-12',
      decision: 'eligible',
    })
    await practitioner.must(advanceCase, { number, transition: 'start_diagnostic', on: '2026-01-20' })
  },
  diagnostic_validated: async (operator, { practitioner, number, id }) => {
    await writeDiagnostic(practitioner, number)
    const diagnostic = await diagnosticRow(operator, id)
    await practitioner.must(recordValidation, {
      number,
      version: diagnostic?.version ?? 0,
      validatedOn: '2026-02-20',
      validatedByName: 'Aïcha Benali',
      validatedAs: 'governance',
    })
  },
  planning: async (_operator, { practitioner, number }) => {
    await practitioner.must(addAction, { number, nature: 'self_action', title: 'Tenir un budget mensuel' })
    await practitioner.must(addAction, { number, nature: 'individual_engineering', title: 'Revoir le modèle' })
  },
  committee_review: async (operator, { practitioner, number }) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(recordOpinion, { number, version, committeeOn: '2026-03-05' })
    await practitioner.must(advanceCase, { number, transition: 'submit_to_committee' })
  },
  plan_approved: async (operator, { practitioner, number }) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(recordOpinion, { number, version, committeeOn: '2026-03-05', opinion: 'favourable' })
    await practitioner.must(approvePlan, { number, planApprovedOn: '2026-03-10', planApprovedBy: 'Aïcha Benali' })
  },
  in_progress: (_operator, { practitioner, number }) => practitioner.must(advanceCase, { number, transition: 'start' }),
  restitution: async (operator, { practitioner, number, id }) => {
    await settleActions(operator, practitioner, number, id)
    await practitioner.must(holdRestitution, { number, restitutionOn: '2026-03-11' })
  },
  follow_up: async (operator, { practitioner, number }) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(saveFinalReport, { number, version, finalReport: 'Tout est en place.' })
    await practitioner.must(enterFollowUp, { number })
  },
}

/** The snapshot and the texts that a validation needs. */
export async function writeDiagnostic(practitioner: TestActor, number: string): Promise<void> {
  await practitioner.must(saveSnapshot, { number, version: 0, ...wholeSnapshot })
  await practitioner.must(saveDiagnostic, {
    number,
    version: 0,
    practitionerDays: '3',
    conclusions: 'Consolider le modèle économique.',
    needs: [
      { title: 'Consolider le modèle économique', domain: 'strategic' },
      { title: 'Partager la décision avec le CA', domain: 'sociological' },
    ],
  })
}

export async function settleActions(operator: TestOperator, practitioner: TestActor, number: string, id: string) {
  const actions = await operator.inside(({ tx }) =>
    tx
      .select()
      .from(planActions)
      .where(and(eq(planActions.operatorId, operator.id), eq(planActions.accompanimentId, id))),
  )
  for (const { id: actionId, version, nature, title } of actions)
    await practitioner.must(updateAction, { number, actionId, version, nature, title, status: 'done' })
}

export async function noteIn(opened: TestCase, body: string): Promise<string> {
  return (await opened.practitioner.must(addNote, { number: opened.number, body })).id
}

/** The secret of a personal link on a row of the case. */
export async function linkOn(
  operator: TestOperator,
  opened: TestCase,
  link: { purpose: LinkPurpose; subjectId: string; expiresOn?: string },
): Promise<string> {
  const token = newToken()
  await operator.inside(({ tx }) =>
    tx.insert(links).values({
      operatorId: operator.id,
      id: newId(),
      tokenHash: sha256(token),
      purpose: link.purpose,
      subjectId: link.subjectId,
      accompanimentId: opened.id,
      personId: opened.personId,
      expiresOn: link.expiresOn ?? '2026-12-31',
    }),
  )
  return token
}
