import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { ok } from '#app/kernel/result.ts'
import { RenameSessionThemeInput } from './session-theme-input.ts'
import { keepThemes, lockedThemes } from './session-themes.store.server.ts'
import { withNewName } from './session-themes.ts'

/** From the next session on it has these words; sessions that were written keep theirs. */
export const renameSessionTheme = defineCommand({
  name: 'session-theme.rename',
  input: RenameSessionThemeInput,
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator, record }, { theme, name }) => {
    const themes = withNewName(await lockedThemes(tx, operator.id), theme, name)
    if (!themes.ok) return themes
    await keepThemes(tx, operator.id, themes.value)
    await record({
      name: 'operator.session-theme-renamed',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { name: theme, to: name },
    })
    return ok({})
  },
})
