import { and, eq } from 'drizzle-orm'
import { abandonAccompaniment } from '#app/features/accompaniments/abandon-accompaniment.command.server.ts'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { changeMany } from '#app/features/accompaniments/change-many.command.server.ts'
import { changeManyPage } from '#app/features/accompaniments/change-many-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { referAccompaniment } from '#app/features/accompaniments/refer-accompaniment.command.server.ts'
import { saveFilter } from '#app/features/accompaniments/save-filter.command.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import { planPage } from '#app/features/plans/plan-page.query.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { referrals } from '#db/schema/referrals.ts'
import { caseIn, caseRow, noteIn, type PathState, settleActions, type TestCase } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'
import { lastChange } from './history.ts'

const members = ['practitioner', 'manager'] as const

/** A use case about a case in some state, whose input is its number and a little more. */
const onCase = (
  state: PathState,
  more: (opened: TestCase, operator: TestOperator) => Promise<Record<string, unknown>> = async () => ({}),
): Sample => ({
  allowed: members,
  prepare: async operator => {
    const opened = await caseIn(operator, state)
    return { input: { number: opened.number, ...(await more(opened, operator)) } }
  },
})

const versionOf = async ({ number }: TestCase, operator: TestOperator) => ({
  version: (await caseRow(operator, number)).version,
})

export const samples: Record<string, Sample> = {
  'accompaniment.open': {
    allowed: members,
    prepare: async operator => {
      const { organisationId } = await caseIn(operator)
      return { input: { organisationId, programme: 'dla-individuel', channel: 'direct' } }
    },
  },
  'accompaniment.open-page': { allowed: members, prepare: async () => ({ input: { texte: 'ruche' } }) },
  'accompaniment.list': {
    allowed: members,
    prepare: async operator => {
      await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
      return { input: { texte: 'ruche', retard: '1' } }
    },
  },
  'accompaniment.change-many-page': {
    allowed: members,
    prepare: async operator => {
      const { number } = await caseIn(operator, 'intake')
      return { input: { dossier: [number], geste: 'reporter', au: '2026-06-01' } }
    },
  },
  'accompaniment.change-many': {
    allowed: members,
    prepare: async operator => {
      const { number, practitioner } = await caseIn(operator, 'intake')
      const page = await practitioner.read(changeManyPage, { dossier: [number], geste: 'reporter', au: '2026-06-01' })
      const seen = page.kind === 'done' ? page.value.preview?.seen : undefined
      return { input: { numbers: [number], gesture: 'reporter', to: '2026-06-01', seen } }
    },
  },
  'accompaniment.save-filter': {
    allowed: members,
    prepare: async () => ({ input: { name: 'Mes retards', search: 'retard=1', shared: 'oui' } }),
  },
  'accompaniment.remove-filter': {
    // Its author too, when she is no manager: see tests/db/accompaniments/caseload.
    allowed: ['manager'],
    prepare: async operator => {
      const author = await operator.practitioner()
      await author.must(saveFilter, { name: 'Mes retards', search: 'retard=1', shared: 'oui' })
      const list = await author.read(caseList)
      return { input: { filterId: list.kind === 'done' ? list.value.saved[0]?.id : undefined } }
    },
  },
  'accompaniment.case': onCase('follow_up'),
  'accompaniment.timeline': onCase('diagnostic'),
  'accompaniment.intake': onCase('intake'),
  'accompaniment.history': onCase('diagnostic'),
  'accompaniment.manage': onCase('diagnostic'),
  'accompaniment.documents': onCase('follow_up'),
  'accompaniment.set-place': {
    allowed: members,
    prepare: async operator => {
      const { practitioner } = await caseIn(operator)
      const { number } = await practitioner.must(openAccompaniment, {
        programme: 'fabrique-a-initiatives',
        title: 'Idée',
      })
      return { input: { number, version: 1, place: '45234' } }
    },
  },
  'accompaniment.save-intake': onCase('intake', async (opened, operator) => ({
    ...(await versionOf(opened, operator)),
    channel: 'direct',
    criteria: { jobs_need: { answer: 'yes', note: 'deux postes en jeu' } },
  })),
  'accompaniment.advance': onCase('received', async () => ({ transition: 'hold_intake' })),
  'accompaniment.refer': onCase('intake', async () => ({
    sentTo: 'France Active',
    reason: 'besoin de trésorerie',
    ends: 'oui',
  })),
  'accompaniment.answer-referral': onCase('intake', async ({ number, practitioner }, operator) => {
    await practitioner.must(referAccompaniment, { number, sentTo: 'France Active', reason: 'trésorerie' })
    const [referral] = await operator.inside(({ tx }) => tx.select({ id: referrals.id }).from(referrals))
    return { referralId: referral?.id, version: 1, answer: 'accepted' }
  }),
  'accompaniment.record-opinion': onCase('committee_review', async (opened, operator) => ({
    ...(await versionOf(opened, operator)),
    opinion: 'favourable',
  })),
  'accompaniment.approve-plan': onCase('committee_review', async ({ number, practitioner }, operator) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(recordOpinion, { number, version, opinion: 'favourable' })
    return { planApprovedOn: '2026-03-10', planApprovedBy: 'Aïcha Benali' }
  }),
  'accompaniment.suspend': onCase('diagnostic', async () => ({ reason: 'congé', resumeOn: '2026-06-01' })),
  'accompaniment.resume': onCase('diagnostic', async ({ number, practitioner }) => {
    await practitioner.must(suspendAccompaniment, { number, reason: 'congé', resumeOn: '2026-06-01' })
    return {}
  }),
  'accompaniment.abandon': onCase('diagnostic', async () => ({ abandonReason: 'withdrew' })),
  'accompaniment.reopen': onCase('diagnostic', async ({ number, practitioner }) => {
    await practitioner.must(abandonAccompaniment, { number, abandonReason: 'withdrew' })
    return { reason: 'la structure revient' }
  }),
  'accompaniment.undo-end': onCase('diagnostic', async ({ number, practitioner }) => {
    await practitioner.must(abandonAccompaniment, { number, abandonReason: 'withdrew' })
    return { reason: 'abandonné par erreur' }
  }),
  'accompaniment.hand-over': onCase('diagnostic', async (_opened, operator) => ({
    practitionerId: (await operator.practitioner()).userId,
  })),
  'accompaniment.bring-back-day': onCase('intake', async ({ number, practitioner }) => {
    const asked = { dossier: [number], geste: 'reporter', au: '2026-06-01' }
    const page = await practitioner.read(changeManyPage, asked)
    const seen = page.kind === 'done' ? page.value.preview?.seen : undefined
    await practitioner.must(changeMany, { numbers: [number], gesture: 'reporter', to: '2026-06-01', seen })
    return { eventId: await lastChange(practitioner, number, 'nextOn'), nextOn: '', seen: '2026-06-01' }
  }),
  'accompaniment.choose-agreements': onCase('intake', async () => ({ agreements: [] })),
  'accompaniment.add-note': onCase('diagnostic', async () => ({ body: 'Rappeler la trésorière.' })),
  'accompaniment.note-page': onCase('diagnostic', async opened => ({
    noteId: await noteIn(opened, 'Rappeler la trésorière.'),
  })),
  'accompaniment.set-note-audience': onCase('diagnostic', async opened => ({
    noteId: await noteIn(opened, 'Rappeler la trésorière.'),
    version: 1,
    audience: 'shared',
  })),
  'accompaniment.update-note': onCase('diagnostic', async opened => ({
    noteId: await noteIn(opened, 'Rappeler la trésorière.'),
    version: 1,
    body: 'La trésorière a rappelé.',
  })),
  'accompaniment.close': onCase('follow_up', async ({ id }, operator) => {
    await operator.inside(({ tx }) =>
      tx
        .update(followUps)
        .set({ state: 'answered', answeredOn: '2026-03-12' })
        .where(and(eq(followUps.operatorId, operator.id), eq(followUps.accompanimentId, id))),
    )
    return { outcome: 'objectives_reached' }
  }),
  'restitution.page': onCase('restitution'),
  'restitution.hold': onCase('in_progress', async ({ number, practitioner, id }, operator) => {
    await settleActions(operator, practitioner, number, id)
    return { restitutionOn: '2026-03-11' }
  }),
  'restitution.save-report': onCase('restitution', async (opened, operator) => ({
    ...(await versionOf(opened, operator)),
    finalReport: 'Le modèle est consolidé.',
    outcome: 'partly',
  })),
  'restitution.file-report': onCase('restitution', async ({ number, practitioner }, operator) => {
    const { version } = await caseRow(operator, number)
    await practitioner.must(saveFinalReport, { number, version, finalReport: 'Le modèle est consolidé.' })
    return {}
  }),
  'restitution.correct': onCase('restitution', async () => ({
    restitutionOn: '2026-03-01',
    reason: 'La réunion était plus tôt.',
  })),
  'follow-up.plan': onCase('restitution'),
  'plan.page': onCase('planning'),
  'plan.add-action': onCase('diagnostic_validated', async () => ({ nature: 'territory', title: 'Rejoindre le PTCE' })),
  'plan.update-action': onCase('planning', async opened => ({
    ...(await firstAction(opened)),
    version: 1,
    nature: 'self_action',
    title: 'Tenir un budget trimestriel',
    status: 'in_progress',
  })),
  'plan.move-action': onCase('planning', async opened => ({
    ...(await firstAction(opened)),
    direction: 'down',
  })),
}

async function firstAction({ number, practitioner }: TestCase) {
  const page = await practitioner.read(planPage, { number })
  return { actionId: page.kind === 'done' ? page.value.actions[0]?.id : undefined }
}
