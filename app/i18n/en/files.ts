import type { files as fr } from '../fr/files.ts'
import type { Words } from '../words.ts'

export const files: Words<typeof fr> = {
  title: 'Files',
  none: 'No file yet.',
  file: 'File to attach',
  fileHint: 'PDF, picture, text or office document, of 10 MB at most.',
  about: 'What it sheds light on',
  wholeCase: 'The case as a whole',
  diagnosticOf: 'Diagnostic: {{domain}}',
  add: 'Attach the file',
  added: 'added by {{by}} on {{at}}',
  remove: 'Remove',
  kilobytes: '{{size}} kB',
  megabytes: '{{size}} MB',
  tooLarge: 'This file is over 10 MB. Make it smaller, or cut it in several.',
  formats: { pdf: 'Download as PDF', docx: 'Download as DOCX, to amend' },
  attach: 'Attach a file',
}
