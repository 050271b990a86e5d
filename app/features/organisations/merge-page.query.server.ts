import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { likelyDuplicates } from './likely-duplicates.store.server.ts'
import { mergeLines } from './merge.ts'
import { whatFollows } from './merges.store.server.ts'
import { mergePageInput } from './organisation-input.ts'
import { organisationById, searchOrganisations } from './organisations.store.server.ts'

const foundAtMost = 10

/** Choosing the duplicate, then seeing field by field what merging would keep. */
export const mergePage = defineQuery({
  name: 'organisation.merge-page',
  input: mergePageInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async ({ tx, operator }, { id, autre, texte }, kept) => {
    const base = `/o/${operator.slug}/structures`
    const other = autre && autre !== id ? await organisationById(tx, operator.id, autre) : null
    const asked = texte ? await searchOrganisations(tx, operator.id, texte, { limit: foundAtMost + 1 }) : null
    const found = asked ?? (await likelyDuplicates(tx, operator.id, kept, id))
    return {
      base,
      text: texte,
      kept,
      other: other && {
        id: other.id,
        name: other.name,
        version: other.version,
        lines: mergeLines(kept, other),
        follows: await whatFollows(tx, operator.id, other.id),
      },
      isDone: Boolean(kept.mergedIntoId ?? other?.mergedIntoId),
      found: found
        .filter(row => row.id !== id)
        .slice(0, foundAtMost)
        .map(({ id, name, siret, rna, department }) => ({ id, name, number: siret ?? rna, department })),
    }
  },
})
