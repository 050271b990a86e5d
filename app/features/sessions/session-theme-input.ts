import { choice, line, object } from '#app/kernel/input.ts'
import { officialThemes } from './session-themes.ts'

export const longestTheme = 60
const name = line({ max: longestTheme })

export const AddSessionThemeInput = object({ name, official: choice(officialThemes) })
/** `theme`: as it is called until now. */
export const RenameSessionThemeInput = object({ theme: name, name })
export const OfferSessionThemeInput = object({ theme: name, state: choice(['open', 'closed']) })
