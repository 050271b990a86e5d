import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { findQuestion, markOf, questionFields, withoutQuestion } from './editing.ts'
import { removeQuestionInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { refuseStale, saveDefinition } from './versions.store.server.ts'

/** No longer asks a question. Its answers stay where they are. */
export const removeQuestion = defineCommand({
  name: 'programme.remove-question',
  input: removeQuestionInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: async (ctx, { mark, question }, { latest, versions }) => {
    const before = findQuestion(latest.definition, question)
    if (before) await refuseStale(ctx, latest, mark, markOf(before), questionFields(before))
    return saveDefinition(ctx, versions, withoutQuestion(latest.definition, question))
  },
})
