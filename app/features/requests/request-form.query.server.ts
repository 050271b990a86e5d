import { defineQuery } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { intakeFormOf } from './intake-form-settings.ts'

/** An operator’s public form: who asks, how it welcomes, and the sites that may show it in a frame. */
export const requestForm = defineQuery({
  name: 'request.form',
  input: object({}),
  subject: async ({ operator }) => {
    const form = intakeFormOf(operator.settings)
    return form.open ? form : null
  },
  allow: actor => actor.kind === 'visitor',
  run: async ({ operator }, _input, { welcome, origins }) => ({ operator: operator.name, welcome, origins }),
})
