import { execute } from '#app/access/command.server.ts'
import { questionTell } from '#app/features/questions/questions.jobs.ts'
import { tellQuestion } from '#app/features/questions/tell-question.command.server.ts'
import { handles } from '../handler.ts'

export const handleQuestionTell = handles(questionTell, (operatorId, payload, clock) =>
  execute(tellQuestion, { kind: 'system', operatorId }, payload, { clock, systemName: questionTell.name }),
)
