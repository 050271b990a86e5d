import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { line, object, optional } from '#app/kernel/input.ts'
import { readWish } from './palette.ts'
import { suggestCases, suggestOrganisations, waitingCases } from './suggestions.store.server.ts'

/** A list that is read at a glance. */
const casesShown = 8
const organisationsShown = 5
/** Names are looked through once, for both: past that many, what was typed says too little. */
const organisationsRead = 100

/** Where to go from what was typed: cases, organisations; the pages are found by their words, where these are. */
export const palettePage = defineQuery({
  name: 'palette.page',
  input: object({ q: optional(line({ max: 120 })) }),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor }, { q }) => {
    const { act, text } = readWish(q ?? '')
    const me = actor.kind === 'member' ? actor.userId : ''
    const found = await suggestOrganisations(tx, operator.id, text, organisationsRead)
    const organisationIds = found.map(({ id }) => id)
    return {
      base: `/o/${operator.slug}`,
      typed: q ?? '',
      act,
      cases:
        text === ''
          ? await waitingCases(tx, operator.id, me, casesShown)
          : await suggestCases(tx, operator.id, { text, organisationIds, limit: casesShown }),
      organisations: act === 'case' ? found.slice(0, organisationsShown) : [],
    }
  },
})
