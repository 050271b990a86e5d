import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import type { Wave } from '#db/schema/follow-ups.ts'
import type { CaseFile } from './case-file.ts'
import { parcoursIncubation } from './programmes/parcours-incubation.ts'

const isIncubated = ({ plan }: CaseFile) => plan.programme === parcoursIncubation.code

/** What the incubator measures from the diagnostic on. Of the case's seed and not of chance: the other stories stay as they were. */
const measured = ({ plan: { seed } }: CaseFile, turn: number) => ({
  confidence: String(Math.min(4, 1 + (seed % 2) + turn)),
  clients: String((seed % 7) + 3 * turn),
})

export async function trackingStarts(file: CaseFile): Promise<void> {
  if (!isIncubated(file)) return
  await file.does(saveAnswers, { step: 'diagnostic', version: 0, answers: measured(file, 0) })
}

/** The same questions at a wave, where the programme asks some. */
export function trackedAgain(file: CaseFile, wave: Wave) {
  return isIncubated(file) ? { answers: measured(file, Number(wave.slice(1))) } : {}
}
