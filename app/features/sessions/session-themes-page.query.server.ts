import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { ownThemesOf } from './own-themes.ts'
import { themesHeld } from './session-themes.store.server.ts'
import { countedByTheme } from './session-themes.ts'

/** The themes that an operator added for its sessions, and what its sessions count as. */
export const sessionThemesPage = defineQuery({
  name: 'session-theme.page',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator }) => {
    const themes = ownThemesOf(operator.settings)
    return {
      operator: operator.slug,
      themes: themes.filter(({ state }) => state !== 'renamed').sort((a, b) => a.name.localeCompare(b.name, 'fr')),
      counts: countedByTheme(await themesHeld(tx, operator.id), themes),
    }
  },
})
