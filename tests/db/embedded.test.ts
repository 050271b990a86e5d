import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { withLock } from '#db/embedded/lock.ts'
import { ensureDatabase } from '#db/embedded.ts'
import { execute, withClient } from '#tests/harness/connection.ts'
import { crash, EmbeddedUsers, end, ensure, firstLine, isRunning, serverPid } from '#tests/harness/embedded-user.ts'

const users = new EmbeddedUsers()
/** Shared by the tests that need no folder of their own: creating the files takes most of a second. */
let dataDir: string

beforeAll(async () => {
  dataDir = await users.newFolder()
})

afterEach(async () => {
  expect(await isRunning(dataDir)).toBe(false)
})

afterAll(() => users.endAll())

async function show(url: string, setting: string): Promise<string> {
  const { rows } = await withClient(url, client => client.query('SELECT current_setting($1) AS value', [setting]))
  return rows[0].value
}

describe('the embedded database', () => {
  it('orders like French, counts time in UTC, and has the extensions that the product creates', async () => {
    const { url, release } = await ensure(dataDir)
    expect(await show(url, 'timezone')).toBe('UTC')
    expect(await show(url, 'server_encoding')).toBe('UTF8')
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist']) await execute(url, `CREATE EXTENSION ${extension}`)
    const { rows } = await withClient(url, client =>
      client.query(
        `SELECT array_agg(w ORDER BY w) AS words FROM unnest(ARRAY['zèle', 'Été', 'etc', 'côté', 'cote']) AS w`,
      ),
    )
    expect(rows[0].words).toEqual(['cote', 'côté', 'etc', 'Été', 'zèle'])
    await release()
  })

  it('listens on the loopback address alone, and asks for a password that only this account can read', async () => {
    const { url, release } = await ensure(dataDir)
    expect(await show(url, 'listen_addresses')).toBe('127.0.0.1')
    expect(await show(url, 'unix_socket_directories')).toBe('')
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(execute(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    await release()
  })

  it('survives a power cut, save where a test gives that up', async () => {
    const durable = await ensureDatabase({ dataDir })
    expect(await show(durable.url, 'fsync')).toBe('on')
    expect(await show(durable.url, 'synchronous_commit')).toBe('on')
    await durable.release()
    const fast = await ensure(dataDir)
    expect(await show(fast.url, 'fsync')).toBe('off')
    await fast.release()
  })

  it('is one server for two processes that start together, and stops with the last of them', async () => {
    const [first, second] = [users.spawn(dataDir), users.spawn(dataDir)]
    const [firstUrl, secondUrl] = await Promise.all([firstLine(first), firstLine(second)])
    expect(firstUrl).toBe(secondUrl)
    const pid = await serverPid(dataDir)
    await end(first)
    await execute(secondUrl, 'SELECT 1')
    expect(await serverPid(dataDir)).toBe(pid)
    await end(second)
    expect(await isRunning(dataDir)).toBe(false)
  })

  it('keeps two users of one process apart: the first to leave does not stop the other’s server', async () => {
    const [first, second] = [await ensure(dataDir), await ensure(dataDir)]
    await first.release()
    await first.release()
    await execute(second.url, 'SELECT 1')
    await second.release()
    expect(await isRunning(dataDir)).toBe(false)
  })

  it('outlives a process that crashes: the next one adopts it and, leaving last, stops it', async () => {
    const crashed = users.spawn(dataDir)
    await execute(await firstLine(crashed), 'CREATE TABLE left_by_crash (word text)')
    const pid = await serverPid(dataDir)
    await crash(crashed)
    expect(await isRunning(dataDir)).toBe(true)
    const next = await ensure(dataDir)
    expect(await serverPid(dataDir)).toBe(pid)
    await execute(next.url, 'SELECT * FROM left_by_crash')
    await next.release()
    expect(await isRunning(dataDir)).toBe(false)
  })

  it('starts again after the server itself was killed, at the same address, with what was committed', async () => {
    const first = await ensureDatabase({ dataDir })
    await execute(first.url, 'CREATE TABLE kept (word text)')
    process.kill(await serverPid(dataDir), 'SIGKILL')
    const second = await ensureDatabase({ dataDir })
    expect(second.url).toBe(first.url)
    await execute(second.url, 'SELECT * FROM kept')
    await Promise.all([first.release(), second.release()])
    expect(await isRunning(dataDir)).toBe(false)
  })

  it('keeps its address while a killed server has yet to give up its port', async () => {
    const first = await ensure(dataDir)
    process.kill(await serverPid(dataDir), 'SIGKILL')
    const holder = createServer()
    while (!holder.listening) {
      holder.listen(first.port, '127.0.0.1')
      await Promise.race([once(holder, 'listening'), once(holder, 'error')]).catch(() => sleep(10))
    }
    setTimeout(() => holder.close(), 500)
    const second = await ensure(dataDir)
    expect(second.url).toBe(first.url)
    await Promise.all([first.release(), second.release()])
  })

  it('waits for a server that no longer answers to be gone, and starts another', async () => {
    await (await ensure(dataDir)).release()
    const pgData = join(dataDir, 'postgres')
    const dying = spawn('/bin/sh', ['-c', 'sleep 0.5; true', pgData])
    await writeFile(join(pgData, 'postmaster.pid'), `${dying.pid}\n${pgData}\n1\n1\n\n\n\nready\n`)
    const next = await ensure(dataDir)
    await execute(next.url, 'SELECT 1')
    await next.release()
  })

  it('takes a reused pid for what it is: neither a lease nor the server', async () => {
    await (await ensure(dataDir)).release()
    // This very process bears the pids that a machine or container wrote down before it was started anew.
    await writeFile(join(dataDir, 'leases', `${process.pid}-00000000`), 'another-boot 42')
    await writeFile(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n1\n\n\n\nready\n`,
    )
    const next = await ensure(dataDir)
    await execute(next.url, 'SELECT 1')
    await next.release()
    expect(await isRunning(dataDir)).toBe(false)
    expect(await readdir(join(dataDir, 'leases'))).toEqual([])
  })

  it('is another server for another folder', async () => {
    const [here, there] = [await ensure(dataDir), await ensure(await users.newFolder())]
    expect(here.port).not.toBe(there.port)
    await execute(here.url, 'CREATE TABLE here (word text)')
    await expect(execute(there.url, 'SELECT * FROM here')).rejects.toThrow(/does not exist/)
    await here.release()
    await execute(there.url, 'SELECT 1')
    await there.release()
  })

  it('moves to another port when its own was taken meanwhile', async () => {
    const first = await ensure(dataDir)
    await first.release()
    const intruder = createServer().listen(first.port, '127.0.0.1')
    await once(intruder, 'listening')
    const second = await ensure(dataDir)
    expect(second.port).not.toBe(first.port)
    await execute(second.url, 'SELECT 1')
    await second.release()
    intruder.close()
  })

  it('refuses data of another version of PostgreSQL by name', async () => {
    const folder = await users.newFolder()
    await mkdir(join(folder, 'postgres'))
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n')
    await expect(ensure(folder)).rejects.toThrow(/PostgreSQL 15 .* version 18/)
  })

  // The server has an account of its own only where the product is run as root.
  if (process.getuid?.() === 0) {
    it('names the folder that the server’s account cannot enter, and says what to do', async () => {
      const folder = await users.newFolder()
      await chmod(folder, 0o700)
      const inside = join(folder, 'deeper')
      const refusal = await ensure(inside).catch(error => error.message)
      expect(refusal).toContain(`ne peut pas entrer dans le dossier ${folder} `)
      expect(refusal).toContain(`chmod o+x ${folder}`)
      expect(refusal).toContain('DATA_DIR=/srv/sillage')
      await chmod(folder, 0o711)
      await (await ensure(inside)).release()
    })
  }
})

describe('the lock of a data folder', () => {
  it('lets one in at a time', async () => {
    const file = join(dataDir, 'lock')
    let inside = 0
    let most = 0
    const visit = () =>
      withLock(file, async () => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(10)
        inside -= 1
      })
    await Promise.all(Array.from({ length: 8 }, visit))
    expect(most).toBe(1)
  })

  it('ends with a process that is killed while it holds it', async () => {
    const file = join(dataDir, 'lock')
    const script = `import { withLock } from '#db/embedded/lock.ts'
      await withLock('${file}', () => { console.log('in'); return new Promise(() => setInterval(() => {}, 1000)) })`
    const child = users.run('--input-type=module', '-e', script)
    expect(await firstLine(child)).toBe('in')
    const waiting = withLock(file, async () => 'mine')
    expect(await Promise.race([waiting, sleep(100).then(() => 'theirs')])).toBe('theirs')
    await crash(child)
    expect(await waiting).toBe('mine')
  })
})
