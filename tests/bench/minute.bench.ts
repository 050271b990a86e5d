import { brotliCompressSync } from 'node:zlib'
import { and, eq, isNotNull } from 'drizzle-orm'
import { type BrowserContext, chromium as browserType, type Page } from 'playwright-core'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { engineeringMembers, engineerings, sessions } from '#db/schema/engineerings.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { startProduct } from '../harness/product.ts'
import { RunningProduct } from '../harness/running-product.ts'
import { chromium } from '../harness/services.ts'
import type { Bench } from './bench.ts'

/** A phone of the middle of the range in a room with little signal. */
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowerProcessor = 4
/** What a person is given for a tap, for a letter, and for each time that the next thing is further down than the screen. */
const seconds = { tap: 1, letter: 0.3, swipe: 1 }
const organisations = 8

/** From tapping the link of the mail that asks for a report to the session saved, with who was there of eight organisations. */
export async function measure(bench: Bench): Promise<void> {
  const product = await startProduct()
  const rows = await RunningProduct.open(product)
  const browser = await browserType.launch({
    executablePath: await chromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const path = await plannedSession(rows)
    const context = await browser.newContext({
      baseURL: product.address,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    const first = await context.newPage()
    // As every day: she has signed in before.
    await first.goto('/connexion')
    await first.getByLabel('Adresse électronique').fill('consultant@demo.example')
    await first.getByLabel('Mot de passe').fill(demonstrationPassword)
    await first.getByRole('button', { name: 'Se connecter', exact: true }).click()
    await first.waitForURL(/consultant$/)
    await first.close()
    bench.say(
      `${organisations} organisations, 390 pixels, ${line.latency} ms, 1.6 Mbit/s, processor ÷ ${slowerProcessor}`,
    )
    const floor = await slowPage(context)
    bench.say(
      `floor: an empty answer of the same server ${(await timed(() => floor.goto('/sante/live'))).toFixed(1)} s`,
    )
    await floor.close()
    await minute(bench, await slowPage(context), path)
    bench.say(`JavaScript of the first page of /consultant: ${(await scriptsOf(context)).toFixed(1)} kB (Brotli)`)
  } finally {
    await browser.close()
    await rows.release()
    await product.stop()
  }
}

async function minute(bench: Bench, page: Page, path: string): Promise<void> {
  const step = steps(bench, page)
  await step('taps the link of the mail', { taps: 1 }, async () => {
    await page.goto(path)
    await page.getByRole('button', { name: 'Enregistrer' }).waitFor()
    return 0
  })
  await step('marks one organisation absent', { taps: 1 }, async () => {
    const absent = page.getByRole('radio', { name: 'Absent' }).nth(organisations - 1)
    const swipes = await swipesTo(page, absent)
    await absent.check()
    return swipes
  })
  const decided = 'Tarifs revus en juin, comité le 12'
  await step('writes what was decided', { taps: 1, letters: decided.length }, async () => {
    const field = page.getByLabel('Ce qui a été décidé 1')
    const swipes = await swipesTo(page, field)
    await field.fill(decided)
    return swipes
  })
  const next = 'Envoyer la trame de budget'
  await step('writes one next step', { taps: 1, letters: next.length }, async () => {
    const field = page.getByLabel('Prochaines étapes 1')
    const swipes = await swipesTo(page, field)
    await field.fill(next)
    return swipes
  })
  await step('saves', { taps: 1 }, async () => {
    const save = page.getByRole('button', { name: 'Enregistrer' })
    const swipes = await swipesTo(page, save)
    await save.click()
    await page.getByRole('status').filter({ hasText: 'Séance enregistrée' }).waitFor()
    return swipes
  })
  step.total()
}

type Cost = { taps: number; letters?: number }

/** Says what each step takes: of the machine as measured, of the person as supposed. */
function steps(bench: Bench, page: Page) {
  let [machine, person] = [0, 0]
  const say = (label: string, ofMachine: number, ofPerson: number, how: string) =>
    bench.say(
      `${label.padEnd(36)} ${ofMachine.toFixed(1).padStart(6)} s + ${ofPerson.toFixed(1).padStart(5)} s  ${how}`,
    )
  const step = async (label: string, { taps, letters = 0 }: Cost, work: () => Promise<number>) => {
    let swipes = 0
    const took = await timed(async () => {
      swipes = await work()
    })
    const own = taps * seconds.tap + letters * seconds.letter + swipes * seconds.swipe
    machine += took
    person += own
    const [height, seen] = await page.evaluate(() => [document.body.scrollHeight, window.innerHeight])
    const tall = ((height ?? 0) / (seen || 1)).toFixed(1)
    say(label, took, own, `${taps} taps, ${letters} letters, ${swipes} swipes; ${tall} screens tall`)
  }
  step.total = () => say(`in all ${(machine + person).toFixed(1)} s`, machine, person, 'machine + person')
  return step
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** How many screens away it is: none for what stays under the thumb. Brought into sight as a person would. */
async function swipesTo(page: Page, target: ReturnType<Page['getByLabel']>): Promise<number> {
  const box = await target.boundingBox()
  const height = page.viewportSize()?.height ?? 1
  await target.scrollIntoViewIfNeeded()
  return box && (box.y < 0 || box.y + box.height > height) ? Math.ceil(Math.abs(box.y - height / 2) / height) : 0
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', line)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  page.setDefaultTimeout(60_000)
  return page
}

async function scriptsOf(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', response => {
    if (response.url().endsWith('.js')) bodies.push(response.body())
  })
  await page.goto('/consultant', { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map(body => brotliCompressSync(body).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** A collective mission of the demonstration's consultant, one session held and one planned today: where it is confirmed. */
async function plannedSession(rows: RunningProduct): Promise<string> {
  const operator = rows.operators.find(({ slug }) => slug === 'dla-demo')
  const [consultant] = await database('worker')
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, 'consultant@demo.example'))
  if (!operator || !consultant) throw new Error('no demonstration')
  const today = dayOf(systemClock())
  const [engineeringId, sessionId] = [newId(), newId()]
  const operatorId = operator.id
  await rows.inside(operatorId, async ({ tx }) => {
    const cases = await tx
      .select({ id: accompaniments.id })
      .from(accompaniments)
      .where(
        and(
          eq(accompaniments.operatorId, operatorId),
          isNotNull(accompaniments.organisationId),
          eq(accompaniments.state, 'in_progress'),
        ),
      )
      .limit(organisations)
    if (cases.length < organisations) throw new Error('too few cases')
    await tx.insert(engineerings).values({
      operatorId,
      id: engineeringId,
      kind: 'collective',
      title: 'Modèle économique, groupe de huit',
      state: 'signed',
      signedOn: addDays(today, -60),
      startsOn: addDays(today, -60),
      endsOn: addDays(today, 60),
      daysOrdered: 8,
    })
    for (const { id: accompanimentId } of cases)
      await tx.insert(engineeringMembers).values({ operatorId, id: newId(), engineeringId, accompanimentId })
    await tx.insert(grants).values({
      operatorId,
      id: newId(),
      userId: consultant.id,
      kind: 'consultant',
      subjectId: engineeringId,
      fromOn: addDays(today, -60),
      toOn: addDays(today, 60),
    })
    const usual = { operatorId, engineeringId, days: 0.5, consultantId: consultant.id }
    await tx.insert(sessions).values([
      { ...usual, id: newId(), status: 'held', heldOn: addDays(today, -14), kind: 'collective', mode: 'on_site' },
      { ...usual, id: sessionId, status: 'planned', heldOn: today },
    ])
  })
  return `/consultant/dla-demo/missions/${engineeringId}/seances/${sessionId}?statut=held`
}
