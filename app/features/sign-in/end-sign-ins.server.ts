import { writeIdentity } from '#db/identity.ts'
import { endSignInsOf } from './sign-ins.store.server.ts'

export const endSignInsOfPerson = (userId: string): Promise<number> => writeIdentity(tx => endSignInsOf(tx, userId))
