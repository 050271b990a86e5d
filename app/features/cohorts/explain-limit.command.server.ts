import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { ExplainLimitInput } from './cohort-input.ts'
import { collectiveOf } from './cohort-subject.store.server.ts'
import { writeLimitReason } from './cohorts.store.server.ts'

/** The method advises, the practitioner decides: her reason stays beside the limit. */
export const explainLimit = defineCommand({
  name: 'cohort.explain-limit',
  input: ExplainLimitInput,
  subject: ({ tx, operator }, address) => collectiveOf(tx, operator.id, address),
  allow: isMember,
  run: async ({ tx, operator, record }, { engineeringId, limit, reason }, { title }) => {
    await writeLimitReason(tx, operator.id, { engineeringId, limit, reason })
    const about = { subjectKind: 'engineering', subjectId: engineeringId, data: { title, limit, reason } }
    await record({ name: 'cohort.limit-explained', ...about })
    return ok({ limit })
  },
})
