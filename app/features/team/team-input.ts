import { choice, day, email, id, line, object } from '#app/kernel/input.ts'
import { memberKinds } from './grant-rules.ts'

export const InvitationInput = object({ name: line({ max: 120 }), email: email(), role: choice(memberKinds) })
/** The grant that the page showed: if it has changed since, nothing is done. */
export const RoleChangeInput = object({ grantId: id(), role: choice(memberKinds) })
export const MemberInput = object({ grantId: id() })
export const AbsenceInput = object({ userId: id(), delegateId: id(), fromOn: day(), toOn: day() })
export const AbsenceChoiceInput = object({ absenceId: id() })
