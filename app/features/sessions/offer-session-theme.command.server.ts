import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { ok } from '#app/kernel/result.ts'
import { OfferSessionThemeInput } from './session-theme-input.ts'
import { keepThemes, lockedThemes } from './session-themes.store.server.ts'
import { withState } from './session-themes.ts'

/** A theme is offered no more, or again; what was written of it stays. */
export const offerSessionTheme = defineCommand({
  name: 'session-theme.offer',
  input: OfferSessionThemeInput,
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator, record }, { theme, state }) => {
    const themes = withState(await lockedThemes(tx, operator.id), theme, state)
    if (!themes.ok) return themes
    await keepThemes(tx, operator.id, themes.value)
    await record({
      name: 'operator.session-theme-offered',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { name: theme, state },
    })
    return ok({})
  },
})
