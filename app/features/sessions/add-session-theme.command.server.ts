import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { ok } from '#app/kernel/result.ts'
import { AddSessionThemeInput } from './session-theme-input.ts'
import { keepThemes, lockedThemes } from './session-themes.store.server.ts'
import { withTheme } from './session-themes.ts'

/** One more theme that sessions may be about, and what it counts as. */
export const addSessionTheme = defineCommand({
  name: 'session-theme.add',
  input: AddSessionThemeInput,
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator, record }, { name, official }) => {
    const themes = withTheme(await lockedThemes(tx, operator.id), name, official)
    if (!themes.ok) return themes
    await keepThemes(tx, operator.id, themes.value)
    await record({
      name: 'operator.session-theme-added',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { name, official },
    })
    return ok({})
  },
})
