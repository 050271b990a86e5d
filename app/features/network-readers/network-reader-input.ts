import { email, id, line, object } from '#app/kernel/input.ts'

export const NetworkInvitationInput = object({ name: line({ max: 120 }), email: email() })
export const NetworkReaderInput = object({ grantId: id() })
