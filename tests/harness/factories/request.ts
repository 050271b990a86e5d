import type { IntakeFormSettings } from '#app/features/requests/intake-form-settings.ts'
import { setIntakeForm } from '#app/features/requests/set-intake-form.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { requests } from '#db/schema/requests.ts'
import { type TestOperator, testDay } from '../operator.ts'

/** A request of the public form, as a row: sent, unless told otherwise. */
export async function aRequest(
  operator: TestOperator,
  columns: Partial<typeof requests.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await operator.inside(({ tx }) =>
    tx.insert(requests).values({
      operatorId: operator.id,
      id,
      state: 'sent',
      organisationName: 'La Ruche des Possibles',
      personName: 'Aïcha Benali',
      personRole: 'présidente',
      requester: 'governance',
      email: 'aicha@ruche.example',
      motive: 'Notre modèle économique ne tient plus.',
      employees: 4,
      noticeGivenOn: testDay,
      startedOn: testDay,
      sentOn: testDay,
      ...columns,
    }),
  )
  return id
}

/** Opens the public form of an operator, as its manager does. */
export async function openForm(
  operator: TestOperator,
  { welcome = null, origins = [] }: Partial<IntakeFormSettings> = {},
): Promise<void> {
  const manager = await operator.manager()
  await manager.must(setIntakeForm, { open: 'oui', welcome, origins: origins.join('\n') })
}
