import { describe, expect, it } from 'vitest'
import { letterHtml } from './letter-mail.server.tsx'

const letter = (length: number) => ({
  subject: 'Votre diagnostic',
  preview: 'Aperçu',
  greeting: 'Bonjour,',
  // Shorter than a third of React's buffer: longer texts do not go through it.
  paragraphs: Array.from({ length: 8 }, (_, rank) => `${'a'.repeat(length + rank)}${'é'.repeat(500)}`),
  closing: 'Bien à vous,',
  signature: 'DLA du Loiret',
  why: 'Vous recevez ce message parce que…',
})

describe('the HTML of a letter', () => {
  it.each([0, 1, 2, 3])('holds every letter of its text and nothing else, wherever buffers end (%i)', async length => {
    const html = await letterHtml(letter(length), 'fr')
    expect(html).not.toContain('\0')
    expect(html.match(/é{500}/g)).toHaveLength(8)
  })
})
