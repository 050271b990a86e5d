import type { OpenOperator, TenantTx } from '#db/tenant.ts'
import { requestById } from './requests.store.server.ts'
import { formValuesOf } from './written-request.ts'

/** What the author of a request reads by her link: her draft, or what became of it. */
export async function requestByLink(
  { tx, operator }: { tx: TenantTx; operator: Pick<OpenOperator, 'id' | 'name'> },
  link: { subjectId: string },
) {
  const row = await requestById(tx, operator.id, link.subjectId)
  if (!row) return null
  return {
    operator: operator.name,
    state: row.state,
    version: row.version,
    email: row.email,
    values: formValuesOf(row),
    sentOn: row.sentOn,
    decidedOn: row.decidedOn,
    answer: row.answer,
  }
}
