import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { agreementById, casesNaming, readersOf, targetsOf } from './agreements.store.server.ts'
import { logoOf } from './funder-logos.store.server.ts'

/** The caseload shows the others, with its own filters. */
const shownCases = 25

export const agreementPage = defineQuery({
  name: 'agreement.page',
  input: object({ agreementId: id() }),
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { agreementId }, agreement) => ({
    operator: operator.slug,
    today,
    agreement,
    canInvite: isManager(actor),
    targets: await targetsOf(tx, operator.id, agreementId),
    readers: await readersOf(tx, operator.id, agreementId),
    logo: await logoOf(tx, operator.id, agreement.funderId),
    naming: await casesNaming(tx, operator.id, agreement, shownCases),
    programmes: (await currentProgrammes(tx, operator.id)).map(({ code, name }) => ({ code, name })),
  }),
})
