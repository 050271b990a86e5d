import { isManager } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { programmeInput } from './programme-input.ts'
import { offeredUpdate } from './shipped-update.store.server.ts'
import { casesByQuestion, openCases, versionsOf } from './versions.store.server.ts'

/** What is shipped since the operator's copy of a programme was made, beside what the operator adapted. */
export const updatePage = defineQuery({
  name: 'programme.update',
  input: programmeInput,
  subject: async ({ tx, operator }, { code }) => {
    const versions = await versionsOf(tx, operator.id, code)
    const [latest] = versions
    return latest ? { latest, versions } : null
  },
  allow: isManager,
  run: async ({ tx, operator }, { code }, { latest, versions }) => {
    const offered = await offeredUpdate({ tx, operator }, versions)
    const open = await openCases(tx, operator.id, latest)
    return {
      code,
      name: latest.definition.name,
      version: latest.current ? latest.version + 1 : latest.version,
      open: open.reduce((total, { cases }) => total + cases, 0),
      uses: await casesByQuestion(tx, operator.id, code),
      offered: offered && { mark: offered.mark, ...offered.settled({}) },
    }
  },
})
