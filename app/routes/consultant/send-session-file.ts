import { keepFile } from '#app/features/files/file-store.server.ts'
import { addSessionFile } from '#app/features/session-files/add-session-file.command.server.ts'
import { sessionFileRoom } from '#app/features/session-files/session-file-room.query.server.ts'
import { fileFromDevice } from '#app/http/from-device.server.ts'
import { act } from '#app/http/guard.server.ts'

/** A photo that was taken without a network, once its session is recorded. */
export const action = act({
  add: fileFromDevice(addSessionFile, { room: sessionFileRoom, field: 'file', take: keepFile }, ({ name }) => ({
    name,
  })),
})
