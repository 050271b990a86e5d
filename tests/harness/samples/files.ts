import { addFile } from '#app/features/files/add-file.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { caseIn } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
const found = () => ({ fileId: newId(), name: 'statuts.pdf', kind: 'pdf', size: 1200, sha256: 'a'.repeat(64) })

async function attached(operator: TestOperator) {
  const { number, practitioner } = await caseIn(operator)
  const file = found()
  await practitioner.must(addFile, { number, ...file })
  return { input: { number, fileId: file.fileId } }
}

export const samples: Record<string, Sample> = {
  'file.room': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number } }),
  },
  'file.add': {
    allowed: members,
    prepare: async operator => ({
      input: { number: (await caseIn(operator)).number, about: 'diagnostic.strategic', ...found() },
    }),
  },
  'file.take': { allowed: members, prepare: attached },
  'file.remove': { allowed: members, prepare: attached },
}
