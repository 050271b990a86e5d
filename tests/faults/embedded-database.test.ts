import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { execute } from '#tests/harness/connection.ts'
import { crash, EmbeddedUsers, ensure } from '#tests/harness/embedded-user.ts'

const users = new EmbeddedUsers()
afterEach(() => users.endAll())

it('heals a creation or a start of the embedded database that was cut short, wherever that was', async () => {
  for (let afterMs = 300; afterMs < 1500; afterMs += 75) {
    const folder = await users.newFolder()
    const cut = users.spawn(folder)
    await sleep(afterMs)
    await crash(cut)
    const next = await ensure(folder)
    await execute(next.url, 'SELECT 1')
    expect((await readdir(folder)).filter(name => name.includes('draft'))).toEqual([])
    await next.release()
  }
})
