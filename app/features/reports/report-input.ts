import { choice, id, integer, line, object } from '#app/kernel/input.ts'
import { reportFormats } from './report-formats.ts'

const year = () => integer({ min: 2000, max: 2100 })

export const RequestEditionInput = object({ agreementId: id(), year: year() })
/** What the command that makes a report asks for. */
export const ComputedReportInput = object({ agreement: line({ max: 200 }), year: year() })
export const EditionInput = object({ editionId: id() })
export const FigureCasesInput = object({ editionId: id(), figure: line({ max: 60 }) })

export const DownloadInput = object({ editionId: id(), format: choice(reportFormats) })
