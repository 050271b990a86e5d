import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { wavesOf } from '#app/features/follow-ups/follow-up-answers.store.server.ts'
import type { Wave } from '#app/features/follow-ups/waves.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { organisationById, searchOrganisations } from '#app/features/organisations/organisations.store.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { isId } from '#app/kernel/ids.ts'
import type { TenantTx } from '#db/tenant.ts'
import { openPageInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { casesOfOrganisation } from './cases-of-organisation.store.server.ts'

const shownAtMost = 12

/** Opening a case: first the organisation (found, or to be created), then what is asked. */
export const openPage = defineQuery({
  name: 'accompaniment.open-page',
  input: openPageInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { texte, structure, creer, projet, suite, vague }) => {
    const organisation = isId(structure) ? await organisationById(tx, operator.id, structure) : null
    const found =
      texte && !organisation ? await searchOrganisations(tx, operator.id, texte, { limit: shownAtMost }) : []
    const current = await currentProgrammes(tx, operator.id)
    const startsAlone = current.filter(({ definition }) => definition.startsWithoutOrganisation)
    const isProject = projet === '1' && !organisation && startsAlone.length > 0
    return {
      isProject,
      canBeProject: startsAlone.length > 0,
      base: `/o/${operator.slug}`,
      today,
      text: texte,
      isCreating: creer === '1' && !organisation,
      found: found.map(({ total: _total, ...row }) => row),
      organisation: organisation && {
        id: organisation.id,
        name: organisation.name,
        siret: organisation.siret,
        department: organisation.department,
        cases: await casesOfOrganisation(tx, operator.id, organisation.id),
      },
      follows: organisation && suite ? await toGoOnWith(tx, operator.id, organisation.id, { suite, vague }) : null,
      programmes: (isProject ? startsAlone : current).map(({ code, name }) => ({ code, name })),
      practitioners: await practitionersOf(tx, operator.id, today),
      me: actor.kind === 'member' ? actor.userId : null,
      agreements: await agreementsToChoose(tx, operator.id),
    }
  },
})

/** The case to go on with, and the need that was told at that wave; null when it is another organisation's. */
async function toGoOnWith(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
  { suite, vague }: { suite: string; vague: Wave | null },
) {
  const found = await caseByNumber(tx, operatorId, suite)
  if (found?.row.organisationId !== organisationId) return null
  const waves = vague ? await wavesOf(tx, operatorId, found.row.id) : []
  const told = waves.findLast(({ wave, answers }) => wave === vague && typeof answers.newNeeds === 'string')
  return { number: suite, wave: vague, need: typeof told?.answers.newNeeds === 'string' ? told.answers.newNeeds : null }
}
