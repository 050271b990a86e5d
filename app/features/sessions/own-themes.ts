import { z } from 'zod'
import { type OwnTheme, officialThemes } from './session-themes.ts'

const stored = z.array(
  z.object({ name: z.string(), official: z.enum(officialThemes), state: z.enum(['open', 'closed', 'renamed']) }),
)

/** The themes that an operator added to the official list, in the order in which they came. */
export function ownThemesOf(settings: Readonly<Record<string, unknown>>): OwnTheme[] {
  const parsed = stored.safeParse(settings.sessionThemes)
  return parsed.success ? parsed.data : []
}
