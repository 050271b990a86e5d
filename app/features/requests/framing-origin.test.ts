import { describe, expect, it } from 'vitest'
import { framingOrigin, framingOrigins } from './framing-origin.ts'

describe('an origin that may frame the public form', () => {
  it('is a scheme, a host and sometimes a port', () => {
    expect(framingOrigin(' https://WWW.Cress.example/ ')).toBe('https://www.cress.example')
    expect(framingOrigin('https://cress.example:8443')).toBe('https://cress.example:8443')
    expect(framingOrigin('https://cress.example:443')).toBe('https://cress.example')
    expect(framingOrigin('http://localhost:5000')).toBe('http://localhost:5000')
    expect(framingOrigin('http://127.0.0.1:80')).toBe('http://127.0.0.1')
  })

  it('is nothing else', () => {
    for (const wrong of [
      '',
      '*',
      'https:',
      'https://*',
      'https://*.cress.example',
      'http://cress.example',
      'ftp://cress.example',
      'cress.example',
      'https://cress.example/page',
      'https://cress.example?x',
      'https://a@cress.example',
      'https://cress.example; script-src *',
      "https://cress.example 'self'",
      'https://a;b.example',
      'https://a,b.example',
      "'self'",
      'null',
      'data:',
      'https://cress.example:0',
      'https://cress.example:99999',
      'https://-cress.example',
      'https://cress..example',
      'https://[::1]',
    ])
      expect(framingOrigin(wrong), wrong).toBeNull()
  })

  it('is listed once, and the first that is wrong is named', () => {
    expect(framingOrigins('https://a.example\nhttps://b.example/, https://A.example')).toEqual({
      origins: ['https://a.example', 'https://b.example'],
    })
    expect(framingOrigins('https://a.example\nb.example')).toEqual({ wrong: 'b.example' })
    expect(framingOrigins(' \n ')).toEqual({ origins: [] })
  })
})
