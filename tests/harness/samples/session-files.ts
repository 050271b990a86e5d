import { writeSessionFile } from '#app/features/session-files/session-files.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { createCase, createEngineering, createSession } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const known = () => ({ name: 'tableau.jpg', kind: 'jpeg', size: 1200, sha256: 'a'.repeat(64) })

async function held(operator: TestOperator) {
  const one = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  return { engineeringId, sessionId: await createSession(operator, engineeringId) }
}

async function photographed(operator: TestOperator) {
  const { engineeringId, sessionId } = await held(operator)
  const member = await operator.practitioner()
  const fileId = newId()
  await operator.inside(({ tx, now }) =>
    writeSessionFile(tx, {
      operatorId: operator.id,
      id: fileId,
      engineeringId,
      sessionId,
      ...known(),
      addedBy: member.userId,
      addedAt: now,
    }),
  )
  return { engineeringId, input: { sessionId, engineeringId, fileId } }
}

const writers = ['consultant', 'practitioner', 'manager'] as const
const ofSession: Sample['prepare'] = async operator => {
  const { engineeringId, sessionId } = await held(operator)
  return { engineeringId, input: { sessionId, engineeringId } }
}

export const samples: Record<string, Sample> = {
  'session-file.list': { allowed: writers, prepare: ofSession },
  'session-file.room': { allowed: writers, prepare: ofSession },
  'session-file.add': {
    allowed: writers,
    prepare: async operator => {
      const { engineeringId, sessionId } = await held(operator)
      const input = { sessionId, engineeringId, caption: 'Le tableau', fileId: newId(), ...known() }
      return { engineeringId, input }
    },
  },
  'session-file.take': { allowed: writers, prepare: photographed },
  'session-file.remove': { allowed: writers, prepare: photographed },
}
