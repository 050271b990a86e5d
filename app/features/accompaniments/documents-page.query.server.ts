import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { diagnosticOf } from '#app/features/diagnostics/diagnostics.store.server.ts'
import { questionSubject } from '#app/features/files/file-about.ts'
import { filesOf } from '#app/features/files/files.store.server.ts'
import { documentsInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'

/** What the case holds in writing: its diagnostic, its final report, and the files that were attached. */
export const documentsPage = defineQuery({
  name: 'accompaniment.documents',
  input: documentsInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator }, { sur: about }, { row, programme }) => {
    const diagnostic = await diagnosticOf(tx, operator.id, row.id)
    return {
      number: row.number,
      about: about ?? null,
      files: await filesOf(tx, operator.id, row.id),
      questions: Object.fromEntries(
        programme.definition.steps
          .flatMap(({ questions = [] }) => questions)
          .flatMap(({ code, kind, label }) => (kind === 'file' ? [[questionSubject(code), label]] : [])),
      ),
      base: `/o/${operator.slug}/accompagnements/${row.number}`,
      documents: [
        ...(diagnostic
          ? [
              {
                kind: 'diagnostic' as const,
                tab: 'diagnostic',
                on: diagnostic.validatedOn,
                seen: diagnostic.documentsSeen,
              },
            ]
          : []),
        ...(row.finalReport ? [{ kind: 'finalReport' as const, tab: 'bilan', on: row.restitutionOn, seen: null }] : []),
      ],
    }
  },
})
