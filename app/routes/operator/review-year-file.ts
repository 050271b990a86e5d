import { documentFile } from '#app/features/documents/document-file.server.ts'
import { reviewYearDocument } from '#app/features/expert-reviews/review-year-document.server.ts'
import { takeReviewYear } from '#app/features/expert-reviews/take-review-year.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeReviewYear, ({ content, format, locale }) =>
  documentFile(reviewYearDocument(content, locale), format),
)
