import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { programmesOf } from '#app/features/accompaniments/case-words.store.server.ts'
import { communeName } from '#app/features/organisations/communes.store.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { ok } from '#app/kernel/result.ts'
import { placedCases } from './cases-in-territory.store.server.ts'
import { challengesOf } from './challenges.store.server.ts'
import { seatsOf, territoryById } from './territories.store.server.ts'
import { publishedFigures } from './territory-figures.ts'
import { takeRoadmapInput } from './territory-input.ts'

/** Takes the roadmap away for the governance: its challenges and their measures, and figures that name nobody. */
export const takeRoadmap = defineCommand({
  name: 'territory.take-roadmap',
  input: takeRoadmapInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { territoryId, format, langue }, territory) => {
    const cases = await placedCases(tx, operator.id, territoryId)
    const programmes = await programmesOf(
      tx,
      operator.id,
      cases.map(({ programmeId }) => programmeId),
    )
    const names = new Map([...programmes.values()].map(({ code, definition }) => [code, definition.name]))
    const figures = publishedFigures(cases)
    await record({
      name: 'territory.roadmap-taken',
      subjectKind: 'territory',
      subjectId: territoryId,
      data: { format },
    })
    return ok({
      format,
      locale: langue ?? ('fr' as const),
      content: {
        operator: operator.name,
        today,
        territory: {
          ...territory,
          communes: territory.communes.map(communeName),
          departments: territory.departments.map(departmentName),
        },
        seats: await seatsOf(tx, operator.id, territoryId),
        challenges: await challengesOf(tx, operator.id, territoryId),
        figures: {
          ...figures,
          lines: figures.lines.map(({ programme, cases: count }) => ({
            name: names.get(programme) ?? { fr: programme, en: programme },
            cases: count,
          })),
        },
      },
    })
  },
})
