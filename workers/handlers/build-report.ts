import { perform } from '#app/access/effect.server.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { reportBuild } from '#app/features/reports/reports.jobs.ts'
import { handles } from '../handler.ts'

export const handleReportBuild = handles(reportBuild, (operatorId, { editionId }, clock) =>
  perform(buildEdition, operatorId, { editionId }, { clock }),
)
