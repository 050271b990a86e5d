export const reportFormats = ['pdf', 'xlsx', 'docx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]
export const isReportFormat = (value: unknown): value is ReportFormat => reportFormats.some(format => format === value)
