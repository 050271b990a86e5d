import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { communeAsTyped, findCommune } from '#app/features/organisations/communes.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { readSheet, sheetAsTyped } from './sheet-rules.ts'
import { isTerritoryNameTaken, territoryById, updateTerritory } from './territories.store.server.ts'
import { editTerritoryInput } from './territory-input.ts'

export const editTerritory = defineCommand({
  name: 'territory.edit',
  input: editTerritoryInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId, { lock: true }),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { territoryId, version, ...typed },
    { id: _id, version: current, ...before },
  ) => {
    const values = sheetAsTyped(before, communeAsTyped)
    if (current !== version) throw await conflictOn(tx, operator.id, territoryId, { version: current, values })
    const sheet = readSheet(typed, findCommune)
    if (!sheet.ok) return sheet
    if (await isTerritoryNameTaken(tx, operator.id, typed.name, territoryId))
      return fail('territory-name-taken', undefined, 'name')
    await updateTerritory(tx, operator.id, territoryId, sheet.value)
    const changes = changesBetween(values, sheetAsTyped(sheet.value, communeAsTyped))
    await record({ name: 'territory.edited', subjectKind: 'territory', subjectId: territoryId, data: { changes } })
    return ok({ territoryId })
  },
})
