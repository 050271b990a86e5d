import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { programmesOf } from '#app/features/accompaniments/case-words.store.server.ts'
import { labelOfState } from '#app/features/accompaniments/state-labels.ts'
import { communeName } from '#app/features/organisations/communes.store.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { placedCases, placedOrganisations } from './cases-in-territory.store.server.ts'
import { challengesOf } from './challenges.store.server.ts'
import { seatsOf, territoryById } from './territories.store.server.ts'
import { changeOf } from './territory.ts'
import { jobsOf, programmeLines } from './territory-figures.ts'
import { territoryInput } from './territory-input.ts'

/** A territory: who governs it, its challenges, and every programme's cases there. */
export const territoryPage = defineQuery({
  name: 'territory.page',
  input: territoryInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator, today }, _input, territory) => {
    const cases = await placedCases(tx, operator.id, territory.id)
    const programmes = await programmesOf(
      tx,
      operator.id,
      cases.map(({ programmeId }) => programmeId),
    )
    // The latest version of a programme has the last word on its own name and states.
    const definitions = new Map([...programmes.values()].map(({ code, definition }) => [code, definition]))
    const organisations = await placedOrganisations(tx, operator.id, territory.id)
    return {
      base: `/o/${operator.slug}`,
      today,
      territory: {
        ...territory,
        communes: territory.communes.map(communeName),
        departments: territory.departments.map(code => ({ code, name: departmentName(code) })),
      },
      seats: await seatsOf(tx, operator.id, territory.id),
      challenges: (await challengesOf(tx, operator.id, territory.id)).map(({ measures, ...challenge }) => ({
        ...challenge,
        measured: measures.length,
        last: measures.at(-1) ?? null,
        change: changeOf(measures),
      })),
      cases: cases.length,
      organisations: organisations.map(({ commune, ...row }) => ({ ...row, commune: commune && communeName(commune) })),
      ...jobsOf(organisations),
      programmes: programmeLines(cases).map(({ programme, states, ...line }) => ({
        ...line,
        code: programme,
        label: definitions.get(programme)?.name ?? { fr: programme, en: programme },
        states: [...states].map(([code, count]) => ({
          code,
          count,
          label: labelOfState(definitions.get(programme), code),
        })),
      })),
    }
  },
})
