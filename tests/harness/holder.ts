/** A process that uses the embedded database of the given folder until a line comes in, then gives it back. */
import { once } from 'node:events'
import { ensureDatabase } from '#db/embedded.ts'

const [dataDir = ''] = process.argv.slice(2)
const database = await ensureDatabase({ dataDir, durable: false })
console.log(database.url)
await once(process.stdin, 'data')
await database.release()
process.exit()
