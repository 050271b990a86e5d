import { Body, Button, Container, Head, Heading, Hr, Html, Link, render, Section, Text } from '@react-email/components'
import type { Letter, LetterLink } from './letter.ts'

/** The light palette of `app/styles.css`: mailboxes read no variables. */
const ink = '#1d2530'
const ink2 = '#4b5563'
const sea = '#0b5563'
const serif = "'Source Serif 4', Georgia, serif"
const sans = "'Atkinson Hyperlegible Next', 'Segoe UI', system-ui, sans-serif"
const text = { color: ink, fontSize: '17px', lineHeight: '27px', margin: '0 0 18px', whiteSpace: 'pre-line' } as const

/**
 * The HTML of a letter, in the look of the product. React 18 fills with NUL the end of a buffer in which an accented
 * letter does not fit (facebook/react#24985): PostgreSQL would refuse the copy that is kept.
 */
export async function letterHtml(letter: Letter, locale: string): Promise<string> {
  return (await render(<LetterMail letter={letter} locale={locale} />)).replaceAll('\0', '')
}

function LetterMail({ letter, locale }: { letter: Letter; locale: string }) {
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
      </Head>
      <Body style={{ backgroundColor: '#faf8f3', fontFamily: sans, margin: 0, padding: '24px 12px' }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{letter.preview}</div>
        <Container style={{ maxWidth: '560px' }}>
          <Text style={{ color: sea, fontFamily: serif, fontSize: '20px', fontWeight: 600, margin: '0 0 16px 4px' }}>
            Sillage
          </Text>
          <Section
            style={{
              backgroundColor: '#fffdf9',
              border: '1px solid #e0d9cb',
              borderRadius: '10px',
              padding: '28px 28px 14px',
            }}
          >
            <Heading as="h1" style={{ color: ink, fontFamily: serif, fontSize: '24px', margin: '0 0 20px' }}>
              {letter.subject}
            </Heading>
            <Text style={text}>{letter.greeting}</Text>
            {letter.paragraphs.map(paragraph => (
              <Text key={paragraph} style={text}>
                {paragraph}
              </Text>
            ))}
            {letter.code ? (
              <Text style={{ ...text, fontSize: '32px', lineHeight: '40px', letterSpacing: '6px', fontWeight: 700 }}>
                {letter.code}
              </Text>
            ) : null}
            {letter.things ? <Things things={letter.things} /> : null}
            {letter.action ? <Action {...letter.action} /> : null}
            {letter.after?.map(paragraph => (
              <Text key={paragraph} style={text}>
                {paragraph}
              </Text>
            ))}
            <Text style={text}>
              {letter.closing}
              <br />
              {letter.signature}
            </Text>
          </Section>
          <Hr style={{ borderColor: '#e0d9cb', margin: '24px 0 12px' }} />
          <Text style={{ color: ink2, fontSize: '14px', lineHeight: '21px', margin: '0 4px' }}>{letter.why}</Text>
          {letter.stop ? (
            <Text style={{ fontSize: '14px', lineHeight: '21px', margin: '8px 4px 0' }}>
              <Link href={letter.stop.address} style={{ color: sea, textDecoration: 'underline' }}>
                {letter.stop.label}
              </Link>
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  )
}

/** Each on a line of its own, wide enough for a thumb. */
function Things({ things }: { things: readonly LetterLink[] }) {
  return (
    <ul style={{ listStyle: 'none', margin: '0 0 24px', padding: 0 }}>
      {things.map(({ label, address }) => (
        <li key={label + address} style={{ borderTop: '1px solid #e0d9cb', margin: 0 }}>
          <Link
            href={address}
            style={{ color: sea, display: 'block', fontSize: '17px', lineHeight: '25px', padding: '13px 0' }}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The button, and its address in full for those who read before they click. */
function Action({ label, address }: { label: string; address: string }) {
  return (
    <>
      <Button
        href={address}
        style={{
          backgroundColor: sea,
          borderRadius: '8px',
          color: '#ffffff',
          display: 'inline-block',
          fontSize: '17px',
          fontWeight: 600,
          padding: '13px 22px',
          textDecoration: 'none',
        }}
      >
        {label}
      </Button>
      <Text
        style={{ color: ink2, fontSize: '14px', lineHeight: '21px', margin: '10px 0 20px', wordBreak: 'break-all' }}
      >
        {address}
      </Text>
    </>
  )
}
