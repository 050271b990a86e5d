import type { unsignedSheets as french } from '../fr/unsigned-sheets.ts'
import type { Words } from '../words.ts'

export const unsignedSheets: Words<typeof french> = {
  title_one: '{{count}} attendance sheet to complete',
  title_other: '{{count}} attendance sheets to complete',
  note: 'Sessions held in the last three months whose sheet is not fully signed.',
  sheet: 'Session of {{day}}',
  untitled: 'Untitled engineering',
  missing: 'To sign: {{names}}',
}
