import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { shippedBesides } from './programmes.store.server.ts'
import { offeredUpdates } from './shipped-update.store.server.ts'
import { allVersions } from './versions.store.server.ts'

/** The operator's programmes, with their version in service and the one being written, and those that it could take. */
export const programmesPage = defineQuery({
  name: 'programme.list',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator }) => {
    const versions = await allVersions(tx, operator.id)
    const codes = [...new Set(versions.map(({ code }) => code))]
    const offered = await offeredUpdates(tx, operator.id)
    return {
      shipped: shippedBesides(codes).map(({ code, name, steps }) => ({
        code,
        name,
        steps: steps.map(({ label }) => label),
      })),
      programmes: codes.map(code => {
        const own = versions.filter(version => version.code === code)
        const latest = own.reduce((last, version) => (version.version > last.version ? version : last))
        return {
          code,
          name: latest.name,
          version: latest.version,
          isUpdateOffered: offered.has(code),
          inService: own.find(({ current }) => current)?.version ?? null,
        }
      }),
    }
  },
})
