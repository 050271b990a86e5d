import { signOutAction } from '#app/features/sign-in/sign-out.server.ts'

/** A POST, so that no link and no prefetch signs anybody out. */
export const action = signOutAction
