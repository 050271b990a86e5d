import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { withoutQuestion } from './editing.ts'
import { removeQuestionInput } from './programme-input.ts'
import { programmeToEdit } from './programme-subject.store.server.ts'
import { saveDefinition } from './versions.store.server.ts'

/** No longer asks a question. Its answers stay where they are. */
export const removeQuestion = defineCommand({
  name: 'programme.remove-question',
  input: removeQuestionInput,
  subject: (ctx, { code }) => programmeToEdit(ctx, code),
  allow: isManager,
  run: (ctx, { revision, question }, { latest, versions }) =>
    saveDefinition(ctx, versions, revision, withoutQuestion(latest.definition, question)),
})
