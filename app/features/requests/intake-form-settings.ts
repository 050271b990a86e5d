import { z } from 'zod'
import { framingOrigin } from './framing-origin.ts'

const stored = z.object({
  open: z.boolean(),
  welcome: z.string().nullable(),
  origins: z.array(z.string()),
})
export type IntakeFormSettings = z.output<typeof stored>

/** Nobody may ask anything of an operator that has not said that it reads what is asked. */
const closed: IntakeFormSettings = { open: false, welcome: null, origins: [] }

/** How an operator set its public form; origins that would not be accepted today are left out. */
export function intakeFormOf(settings: Readonly<Record<string, unknown>>): IntakeFormSettings {
  const parsed = stored.safeParse(settings.intakeForm)
  if (!parsed.success) return closed
  return { ...parsed.data, origins: parsed.data.origins.filter(origin => framingOrigin(origin) === origin) }
}
