import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { publicUrl } from '#app/env.server.ts'
import { object } from '#app/kernel/input.ts'
import { intakeFormOf } from './intake-form-settings.ts'

/** What a manager sets of the public form, and the address that she gives away. */
export const intakeFormPage = defineQuery({
  name: 'request.form-settings',
  input: object({}),
  subject: theOperator,
  allow: isManager,
  run: async ({ operator }) => ({
    operator: operator.slug,
    address: `${publicUrl()}/demande/${operator.slug}`,
    form: intakeFormOf(operator.settings),
  }),
})
