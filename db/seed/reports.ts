import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { reportBuild } from '#app/features/reports/reports.jobs.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { day } from '#app/kernel/day.ts'
import { type Stage, type Story, workingDay } from './stage.ts'

/** The report of a year, built and published in the January that follows: what its funder finds at the first sign-in. */
export async function* yearlyReport(
  stage: Stage,
  manager: string,
  { agreementId, year }: { agreementId: string; year: number },
): Story {
  const wanted = day(`${year + 1}-01-20`)
  if (!wanted) return
  const on = workingDay(wanted, stage.today)
  yield on
  const door = stage.as(manager)
  const { editionId } = await stage.must(requestEdition, door, on, { agreementId, year: String(year) })
  await stage.works(reportBuild, buildEdition, { editionId }, on)
  await stage.must(publishEdition, door, on, { editionId })
}
