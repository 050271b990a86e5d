import { id, line, object, text } from '#app/kernel/input.ts'

export const SourceInput = object({ editionId: id(), about: line({ max: 60 }) })
export const AskQuestionInput = object({
  editionId: id(),
  about: line({ max: 60 }),
  body: text({ max: 2000 }),
})
export const AnswerQuestionInput = object({ questionId: id(), answer: text({ max: 4000 }) })
