import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { toDays } from '#app/kernel/quarter-days.ts'
import { ok } from '#app/kernel/result.ts'
import { insertTypology, typologyOf, updateTypology } from './typologies.store.server.ts'
import { noTypology, typologyFormValues } from './typology.ts'
import { typologyInput } from './typology-input.ts'

/** What kind of accompaniment a case is; nothing is mandatory. */
export const saveTypology = defineCommand({
  name: 'typology.save',
  input: typologyInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, record }, { number, version, days, ...given }, { row }) => {
    const typology = { ...given, days: days === null ? null : toDays(days) }
    const before = await typologyOf(tx, operator.id, row.id)
    const isSaved =
      before === null ? version === 0 : await updateTypology(tx, operator.id, { id: before.id, version, typology })
    if (!isSaved)
      throw await conflictOn(tx, operator.id, before?.id ?? row.id, {
        version: before?.version ?? 0,
        values: typologyFormValues(before?.typology ?? noTypology),
      })
    const id = before?.id ?? (await insertTypology(tx, operator.id, row.id, typology))
    await record({
      name: 'typology.saved',
      subjectKind: 'typology',
      subjectId: id,
      accompanimentId: row.id,
      data: {
        changes: changesBetween(typologyFormValues(before?.typology ?? noTypology), typologyFormValues(typology)),
      },
    })
    return ok({ number })
  },
})
