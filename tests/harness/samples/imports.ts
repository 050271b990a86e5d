import type { FolderSource } from '#app/features/imports/folder.ts'
import { ImportReport } from '#app/features/imports/report.ts'
import type { Sample } from '../use-cases.ts'

const tables: Record<string, string[][]> = {
  structures: [
    ['ref', 'nom'],
    ['A', 'Association A'],
  ],
  accompagnements: [
    ['ref', 'structure', 'dispositif'],
    ['P1', 'A', 'dla-individuel'],
  ],
}

async function* partsOf(rows: string[][]) {
  yield { rows: rows.map((cells, index) => ({ line: index + 1, cells })) }
}

const source: FolderSource = {
  nameOf: file => `${file}.csv`,
  open: file => {
    const rows = tables[file]
    return rows ? partsOf(rows) : null
  },
  strangers: [],
}

export const samples: Record<string, Sample> = {
  'folder.import': {
    allowed: ['system'],
    prepare: async () => ({ input: { source, report: new ImportReport(), isTrial: false } }),
  },
}
