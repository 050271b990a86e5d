import { isManager } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { programmeInput } from './programme-input.ts'
import { offeredUpdate } from './shipped-update.store.server.ts'
import { casesByQuestion, openCases, versionsOf } from './versions.store.server.ts'

/** The latest version of a programme, as it is edited, with how many cases use it and each of its questions. */
export const programmePage = defineQuery({
  name: 'programme.page',
  input: programmeInput,
  subject: async ({ tx, operator }, { code }) => {
    const versions = await versionsOf(tx, operator.id, code)
    const [latest] = versions
    return latest ? { latest, versions } : null
  },
  allow: isManager,
  run: async ({ tx, operator }, { code }, { latest, versions }) => {
    const inService = versions.find(({ current }) => current)?.version ?? null
    const open = await openCases(tx, operator.id, latest)
    return {
      code,
      version: latest.version,
      revision: latest.revision,
      inService,
      definition: latest.definition,
      open,
      isUpdateOffered: (await offeredUpdate({ tx, operator }, versions)) !== null,
      behind: open.filter(({ version }) => version !== inService).reduce((total, { cases }) => total + cases, 0),
      uses: await casesByQuestion(tx, operator.id, code),
    }
  },
})
