import { describe, expect } from 'vitest'
import { test } from '#tests/harness/browser-test.ts'
import { follow } from './acts/screen.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

describe('a question that a file answers', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is refused, answered and taken back ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ as }) => {
      const page = await as('practitioner@other.example', { javaScriptEnabled })
      await page.goto('/o/incubateur-demo/accompagnements')
      await page.getByRole('link', { name: 'Le Kiosque à sons' }).first().click()
      await follow(page.getByRole('navigation', { name: 'Pages du dossier' }), 'Diagnostic')
      await page.getByRole('link', { name: /Maturité\s: questions/ }).click()
      const form = page.getByRole('form', { name: 'Budget prévisionnel' })
      const field = form.getByLabel('Fichier à joindre')
      const send = async (name: string, buffer: Buffer) => {
        await field.setInputFiles({ name, mimeType: 'application/pdf', buffer })
        await form.getByRole('button', { name: /^Joindre le fichier/ }).click()
      }
      await send('macro.pdf', Buffer.from('MZ\u0000'))
      await page.getByText('Ce fichier n’est ni un PDF').first().waitFor()
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      const name = `Budget « ${javaScriptEnabled} ».pdf`
      await send(name, pdf)
      await page.getByText(`Le fichier « ${name} » est joint.`).waitFor()
      await page.getByRole('link', { name }).waitFor()
      await page.getByRole('button', { name: `Retirer ${name}` }).click()
      await page.getByText(`Le fichier « ${name} » est retiré.`).waitFor()
      expect(await page.getByRole('link', { name }).count()).toBe(0)
    })
})
