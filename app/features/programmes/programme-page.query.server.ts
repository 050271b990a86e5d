import { isManager } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { isEnded } from '#app/features/accompaniments/lifecycle.ts'
import { programmeInput } from './programme-input.ts'
import { casesByQuestion, casesByVersion, versionsOf } from './versions.store.server.ts'

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
    const used = await casesByVersion(tx, operator.id, code)
    const openIn = (version: number) =>
      used
        .filter(row => row.version === version && !isEnded(latest.definition, row.state))
        .reduce((total, { count }) => total + count, 0)
    const inService = versions.find(({ current }) => current)?.version ?? null
    const open = versions.map(({ version }) => ({ version, cases: openIn(version) }))
    return {
      code,
      version: latest.version,
      revision: latest.revision,
      inService,
      definition: latest.definition,
      open: open.filter(({ cases }) => cases > 0),
      behind: open.filter(({ version }) => version !== inService).reduce((total, { cases }) => total + cases, 0),
      uses: await casesByQuestion(tx, operator.id, code),
    }
  },
})
