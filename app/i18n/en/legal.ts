import type { legal as fr } from '../fr/legal.ts'
import type { Words } from '../words.ts'

export const legal: Words<typeof fr> = {
  updated: 'Updated on {{day}}.',
  privacy: {
    title: 'Privacy',
    lede: 'What Sillage knows about you, why, for how long, and what you may ask for.',
    sections: {
      who: {
        title: 'Who is responsible',
        body: 'The organisation that accompanies or employs you (DLA, incubator, CRESS, Fabrique à initiatives…) decides what is written down and answers for it: under the GDPR it is the controller. Sillage is the tool that it uses; whoever hosts the tool acts on its behalf, as a processor.\nOn these pages, “your operator” means that organisation.',
      },
      whoYours: {
        title: 'Your operator',
        body: '{{operators}}. For any request, write to the manager of the team or to the person who accompanies you.',
      },
      what: {
        title: 'What is recorded, and why',
        body: '- Accompanied organisations: identity, activity, jobs, finances, needs, action plan, sessions, what followed. To lead the accompaniment and to account for it to public funders (task in the public interest, or performance of an agreement).\n- Their contacts: name, position, contact details, attendance at sessions, answers to questionnaires. For the same reasons.\n- Testimonies: what you said, and the use that you allowed. With your consent, which you may withdraw.\n- People who sign in: name, e-mail address, role, language, hash of the password, open sign-ins (IP address, browser, times). To recognise you and protect access.\n- History: who did what, and when. To be able to prove it at an inspection.',
      },
      notThis: {
        title: 'What is not done',
        body: 'No advertising, no audience measurement, no tracker, no automated decision, no resale. Sillage loads nothing from another site.',
      },
      whoSees: {
        title: 'Who has access',
        body: '- The members of your operator’s team.\n- Consultants, for their own missions only, while these last and for fifteen days after.\n- Funders: overall figures and the authorised testimonies of their agreement, never the cases; a figure that would point at one organisation is hidden from them.\n- Networks: published reports, never the cases.\n- Whoever hosts the tool, to keep it running.',
      },
      howLong: {
        title: 'For how long',
        body: '- Case files: your operator sets the time, after its agreements and its accounting duties (most often ten years). Today Sillage does not erase a file that has come to its term by itself.\n- Sign-in: twelve hours at most. Code received by e-mail: ten minutes. Password link: an hour, or a week for an invitation.\n- Sign-in attempts and the addresses from which you sign in: as hashes, fifteen minutes and ninety days.',
      },
      cookies: {
        title: 'Cookies',
        body: 'Sillage only uses cookies that it needs in order to work, read by this site alone; they do not require your consent.\n- {{cookie}}: your sign-in, twelve hours at most.\n- langue: the language chosen, a year.\nTwo others last for one step only: fait, the “saved” message (a minute), and courriel, the address that you have just typed to sign in (fifteen minutes).',
      },
      rights: {
        title: 'Your rights',
        body: 'You may ask your operator for a copy of what concerns you, for its correction, for its erasure when the law does not make it keep it, for the restriction of its use, and you may object to it. It answers within a month. You may withdraw a consent at any time, for example to be quoted.\nIf the answer does not suit you, you may turn to the CNIL (www.cnil.fr), or to the authority of your country.',
      },
      security: {
        title: 'How it is protected',
        body: 'Encrypted connections, passwords kept as hashes, two-factor authentication offered to everybody and asked of those who see many files, operators kept apart by the database itself, and a history that cannot be rewritten without it showing.',
      },
    },
  },
  notices: {
    title: 'Legal notice',
    lede: 'Who publishes this site, and who hosts it.',
    sections: {
      publisher: {
        title: 'Publisher',
        body: 'This site is run by your operator, or by the body that installs it for several operators. It is up to that body to give you its name, its address and the name of its director of publication.',
      },
      publisherYours: { title: 'Your operator', body: '{{operators}}.' },
      host: {
        title: 'Hosting',
        body: 'The host is chosen by whoever installs Sillage. Your operator gives you its name and contact details on request.',
      },
      product: {
        title: 'The software',
        body: 'Sillage is software to follow accompaniments in the social and solidarity economy. It uses the typefaces Atkinson Hyperlegible Next (Braille Institute) and Source Serif 4 (Adobe), under the SIL Open Font licence.\nThe names of communes and departments come from Insee’s official geographic code.',
      },
      content: {
        title: 'Contents',
        body: 'Texts, figures and testimonies belong to those who wrote or gave them. A testimony may only be used again within the limits of its author’s consent.',
      },
    },
  },
  accessibility: {
    title: 'Accessibility: not compliant',
    shortTitle: 'Accessibility',
    lede: 'Sillage is made to be used by everybody. It has not been audited yet: in the sense of the law it is therefore declared not compliant.',
    sections: {
      state: {
        title: 'State of compliance',
        body: 'No audit against the French accessibility standard (RGAA 4.1) has been carried out by a third party yet. Without an audit the site is declared not compliant, even though much has been done. This statement will be updated after the first audit.',
      },
      done: {
        title: 'What has been done',
        body: '- The target is WCAG 2.2 level AA and the RGAA.\n- The axe tool checks the screens at each change, with no defect accepted.\n- The main journeys are tried with the keyboard alone, and without JavaScript.\n- Each chart has its table; no state is given by colour alone.\n- Reports in PDF are tagged (PDF/UA-1).',
      },
      known: {
        title: 'What we know to be missing',
        body: '- Automatic tools find only part of the defects; trials with screen readers by the people who use them are still to be done.\n- The documents that teams add to a file may not be accessible.',
      },
      contact: {
        title: 'Report an obstacle',
        body: 'If a screen or a document stops you, tell your operator: the person who accompanies you, or the manager of the team. It answers you and gives you the information in another way.',
      },
      recourse: {
        title: 'If you get no answer',
        body: 'If you do not get a satisfactory answer, you may turn to the French Défenseur des droits: form on www.defenseurdesdroits.fr, the delegate of your region, or free post: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      },
    },
  },
}
