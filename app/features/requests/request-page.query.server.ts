import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { nameOfUser, practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { searchOrganisations } from '#app/features/organisations/organisations.store.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { knownOrganisations } from './known-organisations.store.server.ts'
import { requestPageInput } from './request-input.ts'
import { caseNumberOf, requestById } from './requests.store.server.ts'

const foundAtMost = 8

type Candidate = { id: string; name: string; siret: string | null; department: string | null }
const candidate = ({ id, name, siret, department }: Candidate) => ({ id, name, siret, department })

/** A request that was sent, and what is needed to answer it. A draft is its author’s: nobody reads it here. */
export const requestPage = defineQuery({
  name: 'request.page',
  input: requestPageInput,
  subject: async ({ tx, operator }, { requestId }) => {
    const request = await requestById(tx, operator.id, requestId)
    return request?.state === 'draft' ? null : request
  },
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { texte }, request) => {
    const waits = request.state === 'sent'
    const { same, likely } = waits ? await knownOrganisations(tx, operator.id, request) : { same: null, likely: [] }
    const known = new Set([same?.id, ...likely.map(({ id }) => id)])
    const searched = waits && texte ? await searchOrganisations(tx, operator.id, texte, { limit: foundAtMost }) : []
    return {
      base: `/o/${operator.slug}`,
      today,
      request,
      decidedBy: await nameOfUser(tx, request.decidedBy),
      caseNumber: request.accompanimentId ? await caseNumberOf(tx, operator.id, request.accompanimentId) : null,
      same: same && candidate(same),
      likely: likely.map(candidate),
      searched: searched.filter(({ id }) => !known.has(id)).map(candidate),
      text: texte,
      programmes: waits ? (await currentProgrammes(tx, operator.id)).map(({ code, name }) => ({ code, name })) : [],
      practitioners: waits ? await practitionersOf(tx, operator.id, today) : [],
      me: actor.kind === 'member' ? actor.userId : null,
    }
  },
})
