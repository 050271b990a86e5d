import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.getByLabel('Fichier à joindre').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: 'Joindre le fichier' }).click()
}

async function caseWithDiagnostic(page: Page): Promise<string> {
  await page.goto('/o/dla-demo/accompagnements?etat=diagnostic&dispositif=dla-individuel')
  return (await page.locator('tbody th a').first().getAttribute('href')) ?? ''
}

describe('a file', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`is attached to a domain, taken away and refused ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      as,
    }) => {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      const path = await caseWithDiagnostic(page)
      const name = `Statuts « ${javaScriptEnabled} ».pdf`
      await page.goto(`${path}/documents?sur=diagnostic.strategic`)
      await send(page, 'facture.pdf', Buffer.from('MZ\u0000'))
      await page.getByText('Ce fichier n’est ni un PDF').first().waitFor()
      expect(await page.getByLabel('Fichier à joindre').getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByLabel('Ce qu’il éclaire').inputValue()).toBe('diagnostic.strategic')
      await send(page, name, pdf)
      await page.getByText(`Le fichier « ${name} » est joint.`).waitFor()
      const link = page.getByRole('link', { name })
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(download.suggestedFilename()).toBe(name)
      expect(await readFile(await download.path())).toEqual(pdf)
      const answer = await page.request.get(`${inject('product').address}${await link.getAttribute('href')}`)
      expect(answer.headers()['x-content-type-options']).toContain('nosniff')
      expect(answer.headers()['content-type']).toBe('application/pdf')
      expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
      await page.goto(`${path}/diagnostic`)
      if (!javaScriptEnabled) await page.getByText('Stratégie', { exact: false }).first().click()
      await page.getByRole('link', { name }).waitFor()
      await page.goto(`${path}/documents`)
      await page.getByRole('button', { name: `Retirer ${name}` }).click()
      await page.getByText(`Le fichier « ${name} » est retiré.`).waitFor()
      expect(await page.getByRole('link', { name }).count()).toBe(0)
    })
  }

  test('over ten megabytes is refused beside its field', async ({ as }) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await as('practitioner@demo.example', { javaScriptEnabled })
      await page.goto(`${await caseWithDiagnostic(page)}/documents`)
      const plan = Buffer.concat([pdf, Buffer.alloc(10_500_000, 32), Buffer.from('%%EOF')])
      await page
        .getByLabel('Fichier à joindre')
        .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: plan })
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Joindre le fichier' }).click()
      await page.getByText('Ce fichier dépasse 10 Mo.').first().waitFor()
    }
  })
})
