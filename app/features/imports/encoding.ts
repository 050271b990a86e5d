import type { Reason } from './reasons.ts'

export type Encoding = 'utf-8' | 'windows-1252'

/**
 * Says how the bytes of a text file were written. Fed by chunks; nothing is kept of them but counts.
 * What is not UTF-8 is Windows-1252, which reads any byte: so a file that is mostly UTF-8 with a few broken bytes must be
 * told from it, or its accents would silently become « Ã© ».
 */
export class EncodingScan {
  #line = 1
  #size = 0
  #first: number[] = []
  /** Bytes still expected to end the present character, and the range allowed for the next of them. */
  #pending = 0
  #low = 0x80
  #high = 0xbf
  #whole = 0
  #broken = 0
  #firstBroken = 0
  #surrogates = 0
  #lastLead = 0

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#size < 2) this.#first.push(byte)
      this.#size += 1
      if (this.#pending > 0) {
        if (byte >= this.#low && byte <= this.#high) {
          this.#pending -= 1
          this.#low = 0x80
          this.#high = 0xbf
          if (this.#pending === 0) this.#whole += 1
          continue
        }
        if (this.#lastLead === 0xed && byte >= 0xa0 && byte <= 0xbf) this.#surrogates += 1
        this.#refuse()
      }
      if (byte === 0x0a) this.#line += 1
      else if (byte >= 0x80) this.#begin(byte)
    }
  }

  /** Call once every byte was added. */
  verdict(): { encoding: Encoding } | { line: number | null; reason: Reason } {
    const [a, b] = this.#first
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { line: null, reason: { key: 'utf-16' } }
    if (this.#pending > 0) this.#refuse()
    if (this.#broken === 0) return { encoding: 'utf-8' }
    const isMostlyWhole = this.#whole > this.#broken || this.#surrogates > 0
    return isMostlyWhole ? { line: this.#firstBroken, reason: { key: 'not-utf-8' } } : { encoding: 'windows-1252' }
  }

  #refuse(): void {
    this.#pending = 0
    this.#low = 0x80
    this.#high = 0xbf
    this.#broken += 1
    if (this.#firstBroken === 0) this.#firstBroken = this.#line
  }

  /** First bytes and what may follow them: Unicode 17, table 3-7 (no overlong form, no surrogate, nothing past U+10FFFF). */
  #begin(byte: number): void {
    this.#lastLead = byte
    if (byte >= 0xc2 && byte <= 0xdf) this.#pending = 1
    else if (byte >= 0xe0 && byte <= 0xef) this.#pending = 2
    else if (byte >= 0xf0 && byte <= 0xf4) this.#pending = 3
    else this.#refuse()
    if (byte === 0xe0) this.#low = 0xa0
    else if (byte === 0xed) this.#high = 0x9f
    else if (byte === 0xf0) this.#low = 0x90
    else if (byte === 0xf4) this.#high = 0x8f
  }
}
