import { choice, id, integer, line, object } from '#app/kernel/input.ts'

const year = () => integer({ min: 2000, max: 2100 })

export const RequestEditionInput = object({ agreementId: id(), year: year() })
/** What the command that makes a report asks for. */
export const ComputedReportInput = object({ agreement: line({ max: 200 }), year: year() })
export const EditionInput = object({ editionId: id() })
export const FigureCasesInput = object({ editionId: id(), figure: line({ max: 60 }) })

export const reportFormats = ['pdf', 'xlsx', 'docx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]
export const isReportFormat = (value: unknown): value is ReportFormat => reportFormats.some(format => format === value)
export const DownloadInput = object({ editionId: id(), format: choice(reportFormats) })
