import { saveEffect } from '#app/features/impact/save-effect.command.server.ts'
import { anImpact, effectLine, indicatorLine, partyLink } from '../impact.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
type Made = Awaited<ReturnType<typeof anImpact>>

const onImpact = (input: (made: Made) => Record<string, unknown>, open = false): Sample => ({
  allowed: members,
  prepare: async (operator: TestOperator) => {
    const made = await anImpact(operator, { open })
    return { input: { number: made.number, ...input(made) } }
  },
})

export const samples: Record<string, Sample> = {
  'impact.page': onImpact(() => ({})),
  'impact.save-frame': onImpact(() => ({ version: 1, stakes: 'Rompre l’isolement, ensemble.' })),
  'impact.save-conclusions': onImpact(() => ({ version: 1, conclusions: 'Les liens durent.' })),
  'impact.save-effect': onImpact(() => effectLine),
  'impact.remove-effect': {
    allowed: members,
    prepare: async operator => {
      const { practitioner, number } = await anImpact(operator)
      const { id: effectId } = await practitioner.must(saveEffect, { number, ...effectLine })
      return { input: { number, effectId } }
    },
  },
  'impact.save-indicator': onImpact(({ effectId }) => ({ effectId, ...indicatorLine })),
  'impact.remove-indicator': onImpact(({ indicatorId }) => ({ indicatorId })),
  'impact.advance': onImpact(() => ({ to: 'before' })),
  'impact.add-party': onImpact(() => ({ name: 'Lise Roy', email: 'lise@region.example' })),
  'impact.revoke-party': onImpact(({ partyId }) => ({ partyId })),
  'impact.ask-parties': onImpact(() => ({}), true),
  'impact.take-sheet': onImpact(() => ({ format: 'pdf' })),
  'impact.give-measure': {
    allowed: ['contact'],
    prepare: async operator => {
      const { partyId, indicatorId } = await anImpact(operator, { open: true })
      return { linkToken: await partyLink(operator, partyId), input: { indicatorId, value: '2' } }
    },
  },
}
