import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { saveItemInput } from './committee-input.ts'
import { committeeById, itemsOf, titleOfCase, writeItem } from './committees.store.server.ts'

/** Puts a case on the agenda, with the lines that are all that the committee reads of it. */
export const saveItem = defineCommand({
  name: 'committee.save-item',
  input: saveItemInput,
  subject: async ({ tx, operator }, { committeeId, number }) => {
    const committee = await committeeById(tx, operator.id, committeeId)
    const found = committee && (await lockCase(tx, operator.id, number))
    return committee && found ? { committee, row: found.row } : null
  },
  allow: isMember,
  run: async (ctx, { version, presentation, questions, warnings }, { committee, row }) => {
    const { tx, operator, record } = ctx
    // The case is locked: nobody writes these lines between this reading and what follows.
    const items = await itemsOf(tx, operator.id, committee.id)
    const before = items.find(({ accompanimentId }) => accompanimentId === row.id)
    if (before && before.version !== version)
      throw await conflictOn(tx, operator.id, before.id, {
        version: before.version,
        values: { presentation: before.presentation, questions: before.questions, warnings: before.warnings },
      })
    const id = await writeItem(tx, {
      operatorId: operator.id,
      committeeId: committee.id,
      accompanimentId: row.id,
      title: await titleOfCase(tx, operator.id, row.id),
      presentation,
      questions,
      warnings,
    })
    if (row.committeeOn !== committee.heldOn)
      await editOrConflict(ctx, {
        row,
        version: row.version,
        next: { committeeOn: committee.heldOn },
        formValues: ({ committeeOn }) => ({ committeeOn }),
        event: 'accompaniment.opinion-recorded',
      })
    await record({
      name: 'committee.item-written',
      subjectKind: 'committee_item',
      subjectId: id,
      accompanimentId: row.id,
      data: { heldOn: committee.heldOn, presentation, questions, warnings },
    })
    return ok({ id })
  },
})
