import { keepThemes } from '#app/features/sessions/session-themes.store.server.ts'
import { createCase, createEngineering, createSession, heldSession } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

async function mission(operator: TestOperator) {
  const one = await createCase(operator)
  return { one, engineeringId: await createEngineering(operator, [one]) }
}

const ownTheme = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    keepThemes(tx, operator.id, [{ name: 'Médiation numérique', official: 'technical', state: 'open' }]),
  )

export const samples: Record<string, Sample> = {
  'session.record': {
    allowed: ['consultant', 'practitioner', 'manager'],
    prepare: async operator => {
      const { one, engineeringId } = await mission(operator)
      return { engineeringId, input: heldSession(engineeringId, [one]) }
    },
  },
  'session.correct': {
    allowed: ['consultant', 'practitioner', 'manager'],
    prepare: async operator => {
      const { one, engineeringId } = await mission(operator)
      const sessionId = await createSession(operator, engineeringId)
      return { engineeringId, input: { ...heldSession(engineeringId, [one]), sessionId, version: 1 } }
    },
  },
  'session.tell': {
    allowed: ['system'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: { sessionId: await createSession(operator, engineeringId) } }
    },
  },
  'session.busy-hours': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: {} }
    },
  },
  'session.form': {
    allowed: ['consultant', 'practitioner', 'manager'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: { engineeringId } }
    },
  },
  'session.case-list': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const { one, engineeringId } = await mission(operator)
      return { engineeringId, input: { number: one.number } }
    },
  },
  'mission.page': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: { engineeringId } }
    },
  },
  'mission.take-along': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: {} }
    },
  },
  'mission.list': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await mission(operator)
      return { engineeringId, input: {} }
    },
  },
  'session-theme.page': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'session-theme.add': {
    allowed: ['manager'],
    prepare: async () => ({ input: { name: 'Médiation numérique', official: 'technical' } }),
  },
  'session-theme.rename': {
    allowed: ['manager'],
    prepare: async operator => {
      await ownTheme(operator)
      return { input: { theme: 'Médiation numérique', name: 'Inclusion numérique' } }
    },
  },
  'session-theme.offer': {
    allowed: ['manager'],
    prepare: async operator => {
      await ownTheme(operator)
      return { input: { theme: 'Médiation numérique', state: 'closed' } }
    },
  },
}
