import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { communeAsTyped, findCommune } from '#app/features/organisations/communes.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { readSheet, sheetAsTyped } from './sheet-rules.ts'
import { insertTerritory } from './territories.store.server.ts'
import { createTerritoryInput } from './territory-input.ts'

export const createTerritory = defineCommand({
  name: 'territory.create',
  input: createTerritoryInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, record }, input) => {
    const sheet = readSheet(input, findCommune)
    if (!sheet.ok) return sheet
    const territoryId = await insertTerritory(tx, operator.id, sheet.value)
    if (!territoryId) return fail('territory-name-taken', undefined, 'name')
    await record({
      name: 'territory.created',
      subjectKind: 'territory',
      subjectId: territoryId,
      data: changesBetween({}, sheetAsTyped(sheet.value, communeAsTyped)),
    })
    return ok({ territoryId })
  },
})
