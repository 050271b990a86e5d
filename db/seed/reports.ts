import { answerQuestion } from '#app/features/questions/answer-question.command.server.ts'
import { askQuestion } from '#app/features/questions/ask-question.command.server.ts'
import { questionTell } from '#app/features/questions/questions.jobs.ts'
import { tellQuestion } from '#app/features/questions/tell-question.command.server.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { reportBuild } from '#app/features/reports/reports.jobs.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import { lettersLeave } from './letters.ts'
import { type Stage, type Story, workingDay } from './stage.ts'
import { readerAnswer, readerQuestions } from './texts.ts'

const aboutReports = ['report.published', 'question.asked', 'question.answered'] as const

/** `reader`: who reads the report for the funder, and asks about it. */
type Report = { agreementId: string; year: number; reader?: string }

/**
 * The report of a year, built and published in the January that follows: what its funder finds at the first sign-in. Its
 * reader asks twice, and waits for the second answer.
 */
export async function* yearlyReport(stage: Stage, manager: string, { agreementId, year, reader }: Report): Story {
  const wanted = day(`${year + 1}-01-20`)
  if (!wanted) return
  const on = workingDay(wanted, stage.today)
  yield on
  const door = stage.as(manager)
  const { editionId } = await stage.must(requestEdition, door, on, { agreementId, year: String(year) })
  await stage.works(reportBuild, buildEdition, { editionId }, on)
  await stage.must(publishEdition, door, on, { editionId })
  await lettersLeave(stage, aboutReports, on)
  if (!reader) return

  const askedOn = workingDay(addDays(on, 7), stage.today)
  yield askedOn
  const questionId = await ask(stage, reader, askedOn, { editionId, ...readerQuestions[0] })
  await lettersLeave(stage, aboutReports, askedOn)
  const answeredOn = workingDay(addDays(askedOn, 2), stage.today)
  yield answeredOn
  await stage.must(answerQuestion, door, answeredOn, { questionId, answer: readerAnswer })
  await lettersLeave(stage, aboutReports, answeredOn)
  const lastlyOn = workingDay(addDays(stage.today, -2), stage.today)
  if (lastlyOn <= answeredOn) return
  yield lastlyOn
  await ask(stage, reader, lastlyOn, { editionId, ...readerQuestions[1] })
}

async function ask(stage: Stage, reader: string, on: Day, question: Record<string, string>): Promise<string> {
  const { questionId } = await stage.must(askQuestion, stage.as(reader), on, question)
  await stage.must(tellQuestion, stage.system, on, { questionId })
  await stage.settled(questionTell, { questionId }, on)
  return questionId
}
