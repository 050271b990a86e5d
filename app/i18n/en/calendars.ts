import type { calendars as fr } from '../fr/calendars.ts'
import type { Words } from '../words.ts'

export const calendars: Words<typeof fr> = {
  name: 'Sillage: my sessions',
  session: 'Session',
  others_one: 'and {{count}} other',
  others_other: 'and {{count}} others',
  title: 'My sessions in my calendar',
  lede: 'A private address that the calendar of your phone or computer reads by itself: your sessions of the last thirty days, and all those to come.',
  make: 'Create my address',
  shownTitle: 'Here is your address',
  shownHelp:
    'Copy it now: it will not be shown again. Give it to nobody, for whoever has it reads your sessions. In your calendar, look for “subscribe to a calendar” or “add by URL”.',
  openProgram: 'Open in the calendar of this device',
  copy: 'Or copy this address into your calendar',
  state: 'Your address',
  madeAt: 'Created',
  reading: 'Read',
  titles: 'What the titles say',
  shortTitles: 'Short titles',
  shortTitlesHelp: 'Without the organisation’s name, the place or the title of the mission.',
  renewTitle: 'Change the address',
  renewHelp: 'The old one stops working at once: you will have to give the new one to your calendar.',
  renew: 'Create another address',
  closeTitle: 'Have none any more',
  closeHelp: 'Your calendar will hear no more of your sessions.',
  close: 'Remove the address',
}
